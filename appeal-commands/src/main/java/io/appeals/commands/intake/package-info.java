/** The form of a command: every field that is missing, too long or out of range, all at once. Pure. */
@NullMarked
package io.appeals.commands.intake;

import org.jspecify.annotations.NullMarked;
