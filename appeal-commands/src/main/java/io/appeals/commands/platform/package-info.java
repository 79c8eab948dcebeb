/** Platforms that send commands by topics of their own, and whom they are trusted to act as. */
@NullMarked
package io.appeals.commands.platform;

import org.jspecify.annotations.NullMarked;
