/** The Kafka Streams application that folds the log into the store and publishes rows. */
@NullMarked
package io.appeals.projections.topology;

import org.jspecify.annotations.NullMarked;
