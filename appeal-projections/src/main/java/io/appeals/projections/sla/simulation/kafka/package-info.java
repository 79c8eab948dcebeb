/** Reads the log for simulations. */
@NullMarked
package io.appeals.projections.sla.simulation.kafka;

import org.jspecify.annotations.NullMarked;
