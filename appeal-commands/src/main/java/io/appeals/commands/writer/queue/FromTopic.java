package io.appeals.commands.writer.queue;

/** A record of the commands topic. Its owner commits its offset in the transaction that carries its outcome. */
public sealed interface FromTopic extends Submission permits TopicCommand, MisroutedCommand, UnreadableCommand {

    /** The number of the tenure that it was read in; whoever owns the partition later reads it again. */
    long tenure();

    long offset();
}
