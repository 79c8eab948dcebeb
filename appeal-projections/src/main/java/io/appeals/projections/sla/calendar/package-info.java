/** Business calendars: working time between two moments, and the moment at which an amount of it has passed. Pure. */
@NullMarked
package io.appeals.projections.sla.calendar;

import org.jspecify.annotations.NullMarked;
