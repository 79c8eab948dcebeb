/** What other policies would have said about appeals as they really went. Pure. */
@NullMarked
package io.appeals.projections.sla.simulation;

import org.jspecify.annotations.NullMarked;
