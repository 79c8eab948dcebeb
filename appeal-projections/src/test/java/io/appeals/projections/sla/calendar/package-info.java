@NullMarked
package io.appeals.projections.sla.calendar;

import org.jspecify.annotations.NullMarked;
