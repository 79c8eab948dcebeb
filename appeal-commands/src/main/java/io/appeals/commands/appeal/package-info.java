/** The appeal itself: what is known of it, what may be decided on a command, and how an event changes it. Pure. */
@NullMarked
package io.appeals.commands.appeal;

import org.jspecify.annotations.NullMarked;
