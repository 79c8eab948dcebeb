/** What {@code ./appeals} can do: the commands of the command line, and a node as they run it. */
@NullMarked
package io.appeals.api.cli;

import org.jspecify.annotations.NullMarked;
