/** The read side: everything that can be asked about appeals. */
@NullMarked
package io.appeals.projections;

import org.jspecify.annotations.NullMarked;
