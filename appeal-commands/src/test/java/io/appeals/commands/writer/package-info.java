/** The write path under test: on a real log, with all that can go wrong. */
@NullMarked
package io.appeals.commands.writer;

import org.jspecify.annotations.NullMarked;
