package io.appeals.commands.writer.queue;

import io.appeals.schema.table.DeadLetter;

/** A record of the commands topic that is no command that can be decided. */
public record UnreadableCommand(long tenure, int partition, long offset, int bytes, DeadLetter deadLetter)
        implements FromTopic {}
