@NullMarked
package io.appeals.projections.sla.clock;

import org.jspecify.annotations.NullMarked;
