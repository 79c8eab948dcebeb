package io.appeals.api.topics;

import io.appeals.schema.topic.Topic;
import io.appeals.schema.wire.CloudEventHeaders;
import java.util.ArrayList;
import java.util.List;

/**
 * A header of a topic's records.
 *
 * @param always whether every record has it
 */
record RecordHeader(String name, String description, boolean always) {

    /** In the order in which they are written. */
    static List<RecordHeader> of(Topic topic) {
        List<RecordHeader> headers = new ArrayList<>();
        headers.add(always("ce_specversion", "1.0"));
        headers.add(always("ce_id", "Tells records apart; with ce_source it is unique"));
        headers.add(always("ce_source", "/appeals"));
        headers.add(always("ce_type", "io.appeals. and the type: readers may filter by it without decoding the value"));
        headers.add(always("ce_time", "When it happened, RFC 3339 in UTC"));
        headers.add(always("ce_subject", subject(topic)));
        headers.add(always("content-type", "application/avro"));
        if (hasSequence(topic)) {
            headers.add(always("ce_sequence", "The appeal's version"));
        }
        if (TopicGuide.isForEachPlatform(topic)) {
            headers.add(new RecordHeader(
                    CloudEventHeaders.PLATFORM,
                    "By which platform's own topic the command came; set by the product, and missing otherwise",
                    false));
        }
        headers.add(new RecordHeader(
                CloudEventHeaders.TRACE_PARENT, "W3C trace context of the request or command behind it", false));
        return headers;
    }

    private static RecordHeader always(String name, String description) {
        return new RecordHeader(name, description, true);
    }

    private static boolean hasSequence(Topic topic) {
        return switch (topic) {
            case EVENTS, STATUS, DECISIONS, SLA_CLOCKS -> true;
            case COMMANDS, COMMAND_RESULTS, SLA_ALERTS, DEAD_LETTERS, WEBHOOKS, WEBHOOK_ATTEMPTS -> false;
        };
    }

    private static String subject(Topic topic) {
        return switch (topic) {
            case WEBHOOKS, WEBHOOK_ATTEMPTS -> "The webhookId";
            case DEAD_LETTERS -> "The original key, or where the original record is";
            case COMMANDS, COMMAND_RESULTS, EVENTS, STATUS, DECISIONS, SLA_CLOCKS, SLA_ALERTS -> "The appealId";
        };
    }
}
