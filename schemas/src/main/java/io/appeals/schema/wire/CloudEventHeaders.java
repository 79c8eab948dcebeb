package io.appeals.schema.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.appeals.schema.event.RecordedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** The CloudEvents 1.0 headers of a record, in Kafka's binary content mode, and the W3C trace context. */
public final class CloudEventHeaders {

    public static final String TRACE_PARENT = "traceparent";

    /** An extension: by which platform's own topic a command came. */
    public static final String PLATFORM = "ce_platform";

    private static final Header SPEC_VERSION = header("ce_specversion", "1.0");
    private static final Header SOURCE = header("ce_source", "/appeals");
    private static final Header CONTENT_TYPE = header("content-type", "application/avro");

    /** The kinds of commands, events and tables: as many as the schemas have, and no sender can add to them. */
    private static final Map<String, Header> TYPES = new ConcurrentHashMap<>();

    private CloudEventHeaders() {}

    public static List<Header> of(RecordedEvent event, byte @Nullable [] traceParent) {
        List<Header> headers =
                of(event.eventId(), event.event().type(), event.occurredAt(), event.appealId(), traceParent);
        headers.add(header("ce_sequence", Long.toString(event.version())));
        return headers;
    }

    /**
     * @param type what it is, for instance {@code CommandResult}; becomes {@code io.appeals.CommandResult}
     * @param subject the id of what it is about
     */
    public static List<Header> of(String id, String type, Instant time, String subject, byte @Nullable [] traceParent) {
        List<Header> headers = new ArrayList<>(9);
        headers.add(SPEC_VERSION);
        headers.add(header("ce_id", id));
        headers.add(SOURCE);
        headers.add(TYPES.computeIfAbsent(type, name -> header("ce_type", "io.appeals." + name)));
        headers.add(header("ce_time", TimeText.of(time)));
        headers.add(header("ce_subject", subject));
        headers.add(CONTENT_TYPE);
        if (traceParent != null) {
            headers.add(new RecordHeader(TRACE_PARENT, traceParent));
        }
        return headers;
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }
}
