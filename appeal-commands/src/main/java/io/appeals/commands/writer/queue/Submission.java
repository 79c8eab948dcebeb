package io.appeals.commands.writer.queue;

/** Something that waits for the owner of a partition. */
public sealed interface Submission permits DirectCommand, FromTopic {

    /** The partition whose owner it waits for. */
    int partition();

    /** What it weighs in the queue. */
    int bytes();
}
