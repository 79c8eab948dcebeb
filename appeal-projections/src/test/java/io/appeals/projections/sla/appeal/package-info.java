@NullMarked
package io.appeals.projections.sla.appeal;

import org.jspecify.annotations.NullMarked;
