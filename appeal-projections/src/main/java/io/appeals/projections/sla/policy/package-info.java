/** SLA policies as data: what has to be done within which time, on which calendar, with which warnings. Pure. */
@NullMarked
package io.appeals.projections.sla.policy;

import org.jspecify.annotations.NullMarked;
