/** Histories of appeals for tests, in the domain's words. */
@NullMarked
package io.appeals.projections.history;

import org.jspecify.annotations.NullMarked;
