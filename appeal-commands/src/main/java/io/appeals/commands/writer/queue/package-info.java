/** Where commands wait for their owner, whichever way they came. */
@NullMarked
package io.appeals.commands.writer.queue;

import org.jspecify.annotations.NullMarked;
