/** The read side: views of the log and the questions that they answer. */
@NullMarked
package io.appeals.projections;

import org.jspecify.annotations.NullMarked;
