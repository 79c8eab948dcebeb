/** What the SLA projection keeps on disk: an appeal's clocks, ended clocks, alerts, policies, and the indexes that follow from them. */
@NullMarked
package io.appeals.projections.sla.store;

import org.jspecify.annotations.NullMarked;
