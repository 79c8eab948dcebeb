package io.appeals.schema.topic;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The topics of the product that hold records of one schema each. Topics keyed by appealId are co-partitioned. */
public enum Topic {
    COMMANDS("appeals.commands.v1", Key.APPEAL_ID, Cleanup.DELETE, Duration.ofDays(7), "Commands in."),
    COMMAND_RESULTS(
            "appeals.command-results.v1",
            Key.COMMAND_ID,
            Cleanup.DELETE,
            Duration.ofDays(1),
            "What became of each command that came by topic."),
    EVENTS("appeals.events.v1", Key.APPEAL_ID, Cleanup.DELETE, null, "Every fact of every appeal: the truth."),
    STATUS("appeals.status.v1", Key.APPEAL_ID, Cleanup.COMPACT, null, "One flat row an appeal."),
    DECISIONS("appeals.decisions.v1", Key.APPEAL_ID, Cleanup.DELETE, null, "One flat row a decision."),
    SLA_CLOCKS("appeals.sla-clocks.v1", Key.CLOCK, Cleanup.COMPACT, null, "One flat row an SLA clock."),
    SLA_ALERTS(
            "appeals.sla-alerts.v1",
            Key.APPEAL_ID,
            Cleanup.DELETE,
            Duration.ofDays(90),
            "Warnings, breaches and recoveries of SLA clocks."),
    DEAD_LETTERS(
            "appeals.dead-letters.v1",
            Key.AS_CAME,
            Cleanup.DELETE,
            Duration.ofDays(30),
            "What could not be read or folded, with why."),
    WEBHOOKS(
            "appeals.webhooks.v1",
            Key.WEBHOOK_ID,
            Cleanup.COMPACT,
            null,
            "Subscriptions with their secrets, and what is still to be delivered. For the nodes only."),
    WEBHOOK_ATTEMPTS(
            "appeals.webhook-attempts.v1",
            Key.WEBHOOK_ID,
            Cleanup.DELETE,
            Duration.ofDays(7),
            "Every attempt to deliver a webhook.");

    /** What a topic's records are keyed by. */
    public enum Key {
        APPEAL_ID,
        COMMAND_ID,
        /** {@code appealId|metric|cycle}. */
        CLOCK,
        /** Or begins with it. */
        WEBHOOK_ID,
        AS_CAME
    }

    /** What Kafka does with old records. */
    public enum Cleanup {
        DELETE,
        COMPACT;

        /** The value of {@code cleanup.policy}. */
        public String policy() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final String topicName;
    private final Key key;
    private final Cleanup cleanup;
    private final @Nullable Duration retention;
    private final String description;

    Topic(String topicName, Key key, Cleanup cleanup, @Nullable Duration retention, String description) {
        this.topicName = topicName;
        this.key = key;
        this.cleanup = cleanup;
        this.retention = retention;
        this.description = description;
    }

    public static Optional<Topic> named(String topicName) {
        return Arrays.stream(values())
                .filter(topic -> topic.topicName.equals(topicName))
                .findFirst();
    }

    public String topicName() {
        return topicName;
    }

    public Key key() {
        return key;
    }

    public Cleanup cleanup() {
        return cleanup;
    }

    /** How long records are kept; empty where they are kept for ever (or, compacted, until replaced). */
    public Optional<Duration> retention() {
        return Optional.ofNullable(retention);
    }

    public String description() {
        return description;
    }

    /** The registry's subject of the values, by TopicNameStrategy. */
    public String valueSubject() {
        return valueSubject(topicName);
    }

    /** The same of any topic. */
    public static String valueSubject(String topicName) {
        return topicName + "-value";
    }
}
