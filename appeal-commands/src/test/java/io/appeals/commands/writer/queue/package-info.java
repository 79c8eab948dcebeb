@NullMarked
package io.appeals.commands.writer.queue;

import org.jspecify.annotations.NullMarked;
