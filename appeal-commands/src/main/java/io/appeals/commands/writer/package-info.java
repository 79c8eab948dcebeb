/** The write path's settings, and what it tells of itself. */
@NullMarked
package io.appeals.commands.writer;

import org.jspecify.annotations.NullMarked;
