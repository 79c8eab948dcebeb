/** Who may send which command when, in one table, and what a case offers to whom. Pure. */
@NullMarked
package io.appeals.commands.lifecycle;

import org.jspecify.annotations.NullMarked;
