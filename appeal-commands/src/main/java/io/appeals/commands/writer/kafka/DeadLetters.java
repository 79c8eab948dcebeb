package io.appeals.commands.writer.kafka;

import io.appeals.commands.writer.queue.TopicCommand;
import io.appeals.schema.table.DeadLetter;
import io.appeals.schema.topic.Topic;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the owner says of records that it gives up on. */
final class DeadLetters {

    static final String UNDECODABLE = "undecodable";
    static final String INVALID = "invalid";
    static final String UNFOLDABLE = "unfoldable";

    private static final String REPORTED_BY = "appeal-commands";

    private DeadLetters() {}

    /** A value that would make the letter itself too large for the broker stays where it is. */
    static DeadLetter of(ConsumerRecord<String, byte[]> found, String reason, String detail, Instant now) {
        byte[] value = found.value();
        boolean kept = value == null || value.length <= CommandReader.COMMAND_BYTES;
        return new DeadLetter(
                found.topic(),
                found.partition(),
                found.offset(),
                found.key(),
                kept ? value : null,
                reason,
                kept ? detail : detail + " (the value is left out here; it is in the topic as long as that is kept)",
                REPORTED_BY,
                now);
    }

    /** @param value the command as it came, encoded again */
    static DeadLetter of(TopicCommand command, byte[] value, String reason, String detail, Instant now) {
        return new DeadLetter(
                Topic.COMMANDS.topicName(),
                command.partition(),
                command.offset(),
                command.command().appealId(),
                value,
                reason,
                detail,
                REPORTED_BY,
                now);
    }
}
