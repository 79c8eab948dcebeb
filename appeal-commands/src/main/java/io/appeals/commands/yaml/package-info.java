/** Files of rules that operators write, read so that they hear of every mistake in them at once. */
@NullMarked
package io.appeals.commands.yaml;

import org.jspecify.annotations.NullMarked;
