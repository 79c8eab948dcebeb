/** The SLA projection as a Kafka Streams application: events in, clocks and alerts out, deadlines in between. */
@NullMarked
package io.appeals.projections.sla.topology;

import org.jspecify.annotations.NullMarked;
