package io.appeals.commands.writer.queue;

import org.apache.kafka.common.header.Headers;

/** A command that its sender's partitioner put where its appeal does not live; it goes on to the right partition. */
public record MisroutedCommand(
        long tenure, int partition, long offset, String key, byte[] value, Headers headers, int rightPartition)
        implements FromTopic {

    @Override
    public int bytes() {
        return value.length;
    }
}
