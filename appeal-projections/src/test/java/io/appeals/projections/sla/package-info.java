@NullMarked
package io.appeals.projections.sla;

import org.jspecify.annotations.NullMarked;
