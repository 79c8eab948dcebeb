package io.appeals.projections.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.appeals.projections.serving.Troubles;
import io.appeals.projections.status.AppealRows;
import io.appeals.projections.status.AppealView;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.table.DeadLetter;
import io.appeals.schema.table.DecisionRow;
import io.appeals.schema.table.StatusRow;
import io.appeals.schema.wire.CloudEventHeaders;
import io.appeals.schema.wire.Published;
import io.appeals.schema.wire.WireFormat;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Sends rows and dead letters on, with the headers that every record of the product bears. */
final class Publisher {

    /** Why a record became a dead letter, in the words of {@link DeadLetter#reason()}. */
    enum Reason {
        UNDECODABLE,
        UNFOLDABLE;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Larger values are left where they are: a dead letter that the broker refuses as too large would stop the stream. */
    private static final int MAX_VALUE_IN_DEAD_LETTER = 900_000;

    private static final WireFormat<StatusRow> STATUS = Published.STATUS.wireFormat();
    private static final WireFormat<DecisionRow> DECISIONS = Published.DECISIONS.wireFormat();
    private static final WireFormat<DeadLetter> DEAD_LETTERS = Published.DEAD_LETTERS.wireFormat();

    private final ProcessorContext<byte[], byte[]> context;
    private final InstantSource clock;
    private final Troubles troubles;

    Publisher(ProcessorContext<byte[], byte[]> context, InstantSource clock, Troubles troubles) {
        this.context = context;
        this.clock = clock;
        this.troubles = troubles;
    }

    void status(AppealView view, Record<byte[], byte[]> cause) {
        String id =
                "status-" + view.appealId() + "-" + view.version() + (view.degradedSince() == null ? "" : "-degraded");
        List<Header> headers = CloudEventHeaders.of(
                id, "AppealStatus", view.milestones().updatedAt(), view.appealId(), traceOf(cause));
        headers.add(sequence(view.version()));
        send(StatusTopology.STATUS_SINK, cause, STATUS.encode(AppealRows.statusOf(view)), headers);
    }

    /** @param after the view that the event led to */
    void decision(AppealView after, RecordedEvent event, Record<byte[], byte[]> cause) {
        AppealRows.decisionOf(after, event).ifPresent(row -> {
            List<Header> headers = CloudEventHeaders.of(
                    "decision-" + row.decisionId(), "AppealDecision", row.decidedAt(), row.appealId(), traceOf(cause));
            headers.add(sequence(row.version()));
            send(StatusTopology.DECISIONS_SINK, cause, DECISIONS.encode(row), headers);
        });
    }

    void deadLetter(Record<byte[], byte[]> cause, Reason reason, String detail) {
        RecordMetadata source = context.recordMetadata().orElseThrow();
        Instant now = Instant.ofEpochMilli(clock.millis());
        String key = keyOf(cause);
        byte[] value = cause.value();
        boolean tooLarge = value != null && value.length > MAX_VALUE_IN_DEAD_LETTER;
        DeadLetter letter = new DeadLetter(
                source.topic(),
                source.partition(),
                source.offset(),
                key,
                tooLarge ? null : value,
                reason.word(),
                tooLarge ? detail + " (the value of " + value.length + " bytes is left out)" : detail,
                StatusTopology.APPLICATION_ID,
                now);
        String id = source.topic() + "-" + source.partition() + "-" + source.offset();
        String subject = key == null ? source.topic() : key;
        List<Header> headers = CloudEventHeaders.of("dead-letter-" + id, "DeadLetter", now, subject, traceOf(cause));
        send(StatusTopology.DEAD_LETTERS_SINK, cause, DEAD_LETTERS.encode(letter), headers);
        troubles.deadLetter(reason.word());
    }

    private void send(String sink, Record<byte[], byte[]> cause, byte[] value, List<Header> headers) {
        Headers all = new RecordHeaders(headers);
        context.forward(new Record<>(cause.key(), value, cause.timestamp(), all), sink);
    }

    private static @Nullable String keyOf(Record<byte[], byte[]> record) {
        return record.key() == null ? null : new String(record.key(), UTF_8);
    }

    private static Header sequence(long version) {
        return new RecordHeader("ce_sequence", Long.toString(version).getBytes(UTF_8));
    }

    private static byte @Nullable [] traceOf(Record<byte[], byte[]> cause) {
        Header trace = cause.headers().lastHeader(CloudEventHeaders.TRACE_PARENT);
        return trace == null ? null : trace.value();
    }
}
