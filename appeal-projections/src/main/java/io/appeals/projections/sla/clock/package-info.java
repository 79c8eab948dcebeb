/** The clock arithmetic: starting, pausing, moving and ending a clock, and every figure that follows from it. Pure. */
@NullMarked
package io.appeals.projections.sla.clock;

import org.jspecify.annotations.NullMarked;
