@NullMarked
package io.appeals.projections.sla.topology;

import org.jspecify.annotations.NullMarked;
