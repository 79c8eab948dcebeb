/** Answers questions from the partitions that this node holds, and knows when it must not answer yet. */
@NullMarked
package io.appeals.projections.serving;

import org.jspecify.annotations.NullMarked;
