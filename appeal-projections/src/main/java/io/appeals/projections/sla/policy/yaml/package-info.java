/** Reads policies and calendars from YAML. */
@NullMarked
package io.appeals.projections.sla.policy.yaml;

import org.jspecify.annotations.NullMarked;
