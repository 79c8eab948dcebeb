/** What an owner keeps on disk: a copy of what the log says, thrown away and rebuilt whenever in doubt. */
@NullMarked
package io.appeals.commands.writer.store;

import org.jspecify.annotations.NullMarked;
