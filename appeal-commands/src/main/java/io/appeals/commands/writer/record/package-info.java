/** Commands, and what owners say, as Kafka records. */
@NullMarked
package io.appeals.commands.writer.record;

import org.jspecify.annotations.NullMarked;
