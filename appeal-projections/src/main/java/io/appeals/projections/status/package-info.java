/** The appeal as people see it, folded from its events. Pure: no Kafka, no clock, no logger. */
@NullMarked
package io.appeals.projections.status;

import org.jspecify.annotations.NullMarked;
