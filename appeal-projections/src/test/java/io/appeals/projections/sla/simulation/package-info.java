@NullMarked
package io.appeals.projections.sla.simulation;

import org.jspecify.annotations.NullMarked;
