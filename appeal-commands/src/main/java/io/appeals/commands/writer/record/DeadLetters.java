package io.appeals.commands.writer.record;

import io.appeals.commands.writer.queue.TopicCommand;
import io.appeals.schema.table.DeadLetter;
import io.appeals.schema.topic.Topic;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What is said of records of commands topics that are given up on. */
public final class DeadLetters {

    public static final String UNDECODABLE = "undecodable";
    public static final String INVALID = "invalid";
    public static final String UNFOLDABLE = "unfoldable";

    private static final String REPORTED_BY = "appeal-commands";

    private DeadLetters() {}

    /** A value that would make the letter itself too large for the broker stays where it is. */
    public static DeadLetter of(ConsumerRecord<String, byte[]> found, String reason, String detail, Instant now) {
        byte[] value = found.value();
        boolean kept = value == null || value.length <= CommandRecord.MAX_BYTES;
        return new DeadLetter(
                found.topic(),
                found.partition(),
                found.offset(),
                shortened(found.key()),
                kept ? value : null,
                reason,
                kept ? detail : detail + " (the value is left out here; it is in the topic as long as that is kept)",
                REPORTED_BY,
                now);
    }

    /** A key stands in a letter more than once: of one that would make it too large for the broker the beginning is enough. */
    static @Nullable String shortened(@Nullable String key) {
        return key == null || key.length() <= CommandRecord.MAX_ID_CHARACTERS
                ? key
                : key.substring(0, CommandRecord.MAX_ID_CHARACTERS) + "…";
    }

    /** @param value the command as it came, encoded again */
    public static DeadLetter of(TopicCommand command, byte[] value, String reason, String detail, Instant now) {
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
