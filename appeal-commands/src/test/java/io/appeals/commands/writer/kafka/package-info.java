@NullMarked
package io.appeals.commands.writer.kafka;

import org.jspecify.annotations.NullMarked;
