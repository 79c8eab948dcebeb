package io.appeals.api.topics;

import io.appeals.schema.topic.Topic;

/**
 * What a reader of a topic relies on, in words. Exhaustive: a topic that is added without a guide does not compile.
 *
 * @param audience who it is made for
 * @param ordering which records come in order
 * @param duplicates what may come twice, and how it is told
 * @param tombstones whether records without a value come, and what they mean
 * @param replay how to begin, and how to begin again
 */
public record TopicGuide(Audience audience, String ordering, String duplicates, String tombstones, String replay) {

    private static final String BY_APPEAL =
            "Records about one appeal are in one partition, in the order in which they came to be. Nothing is said of the order"
                    + " between appeals.";
    private static final String BY_CLOCK =
            "Rows of one clock are in one partition, in the order in which they came to be. Clocks of one appeal may be in"
                    + " several.";
    private static final String NO_TOMBSTONES = "None.";
    private static final String ROWS_STAY = "None: no row is ever deleted.";
    private static final String FROM_THE_BEGINNING =
            "Everything is kept: begin at the earliest offset, and again whenever you like.";
    private static final String A_ROW_REPLACES_ANOTHER =
            "A row replaces the one before it under the same key. A row with a lower version than one you have is old: leave it"
                    + " out (after the projection was built anew, rows may come again).";
    private static final String COMPACTED =
            "Begin at the earliest offset and keep the last row of each key: rows that were replaced disappear with time, the"
                    + " last one stays.";

    /** Who a topic is made for. */
    public enum Audience {
        PLATFORMS,
        ANALYSTS,
        OPERATORS,
        NODES
    }

    public static TopicGuide of(Topic topic) {
        return switch (topic) {
            case COMMANDS -> commands();
            case COMMAND_RESULTS -> results();
            case EVENTS -> events();
            case STATUS -> new TopicGuide(Audience.ANALYSTS, BY_APPEAL, A_ROW_REPLACES_ANOTHER, ROWS_STAY, COMPACTED);
            case DECISIONS -> decisions();
            case SLA_CLOCKS ->
                new TopicGuide(Audience.ANALYSTS, BY_CLOCK, A_ROW_REPLACES_ANOTHER, ROWS_STAY, COMPACTED);
            case SLA_ALERTS -> alerts();
            case DEAD_LETTERS -> deadLetters();
            case WEBHOOKS -> webhooks();
            case WEBHOOK_ATTEMPTS -> attempts();
        };
    }

    /** Whether platforms may have such a topic of their own besides. */
    static boolean isForEachPlatform(Topic topic) {
        return topic == Topic.COMMANDS || topic == Topic.COMMAND_RESULTS;
    }

    /**
     * What a platform's own topic is, in one sentence.
     *
     * @param like the topic of all that it is like
     */
    static String ofPlatform(Topic like) {
        return like == Topic.COMMANDS
                ? "Commands of one platform, which acts only as those whom the operators trust it to be; all others are"
                        + " refused."
                : "What became of each command that came by the platform's own topic.";
    }

    private static TopicGuide commands() {
        return new TopicGuide(
                Audience.PLATFORMS,
                "Key a command by its appealId, and let Kafka's default partitioner choose the partition. Commands of one"
                        + " sender about one appeal are decided in the order in which they are sent.",
                "Send again whenever you are not sure: a commandId is carried out once for its appeal, and every repeat is"
                        + " answered as the first one was.",
                "None; a record without a value becomes a dead letter.",
                "Made to be written to. Readers find in appeals.events.v1 what commands led to.");
    }

    private static TopicGuide results() {
        return new TopicGuide(
                Audience.PLATFORMS,
                "Keyed by commandId, so that results about one appeal are spread over partitions: their versions tell the"
                        + " order.",
                "One result for every command record that was read: a command that was sent twice is answered twice, alike.",
                NO_TOMBSTONES,
                "Kept for a day. Begin at the latest offset before you send the first command, and go on from your committed"
                        + " offsets after a stop. Older outcomes: GET /v1/commands/{commandId}, or the events.");
    }

    private static TopicGuide events() {
        return new TopicGuide(
                Audience.ANALYSTS,
                "Events of one appeal are in one partition, and their versions count from 1 without a gap. Nothing is said of"
                        + " the order between appeals.",
                "None for readers with isolation.level=read_committed. Without it, events of transactions that were aborted"
                        + " are seen too: they did not happen.",
                NO_TOMBSTONES,
                FROM_THE_BEGINNING
                        + " Be prepared for types that you do not know: a release may add some. Skip them, or stop and update.");
    }

    private static TopicGuide decisions() {
        return new TopicGuide(
                Audience.ANALYSTS,
                BY_APPEAL,
                "Each decision comes once; again, under the same decisionId, after the projection was built anew.",
                NO_TOMBSTONES,
                FROM_THE_BEGINNING);
    }

    private static TopicGuide alerts() {
        return new TopicGuide(
                Audience.OPERATORS,
                BY_APPEAL,
                "Each alert comes once, also across crashes; its alertId can be computed by anybody and tells it apart.",
                NO_TOMBSTONES,
                "Kept for 90 days. 'late' marks what was noticed more than a minute after it was due.");
    }

    private static TopicGuide deadLetters() {
        return new TopicGuide(
                Audience.OPERATORS,
                "None to rely on.",
                "The same record may be reported by several parts of the product, and again after one was built anew: topic,"
                        + " partition, offset and reportedBy tell them apart.",
                NO_TOMBSTONES,
                "Kept for 30 days.");
    }

    private static TopicGuide webhooks() {
        return new TopicGuide(
                Audience.NODES,
                "Records of one webhook are in one partition, in order.",
                A_ROW_REPLACES_ANOTHER,
                "A record without a value ends what was under its key.",
                "Not made to be read by others: it holds the secrets that webhooks are signed with.");
    }

    private static TopicGuide attempts() {
        return new TopicGuide(
                Audience.OPERATORS,
                "Attempts of one webhook are in one partition, in the order in which they ended.",
                "None for readers with isolation.level=read_committed.",
                NO_TOMBSTONES,
                "Kept for seven days.");
    }
}
