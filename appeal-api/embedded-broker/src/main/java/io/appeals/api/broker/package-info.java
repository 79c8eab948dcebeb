/** A single-node Kafka broker inside this process: the product's default log where no cluster is named. */
@NullMarked
package io.appeals.api.broker;

import org.jspecify.annotations.NullMarked;
