/** Answers questions about SLA clocks from the partitions that this node holds. */
@NullMarked
package io.appeals.projections.sla.serving;

import org.jspecify.annotations.NullMarked;
