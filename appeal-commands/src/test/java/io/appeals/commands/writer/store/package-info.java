@NullMarked
package io.appeals.commands.writer.store;

import org.jspecify.annotations.NullMarked;
