/** From an appeal's recorded events to its clocks. Pure. */
@NullMarked
package io.appeals.projections.sla.appeal;

import org.jspecify.annotations.NullMarked;
