/** SLA clocks: what is measured, how it stands, and what is said before and after a breach. */
@NullMarked
package io.appeals.projections.sla;

import org.jspecify.annotations.NullMarked;
