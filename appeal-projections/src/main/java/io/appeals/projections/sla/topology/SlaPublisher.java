package io.appeals.projections.sla.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.appeals.projections.serving.Troubles;
import io.appeals.projections.sla.appeal.AppealClocks;
import io.appeals.projections.sla.clock.SlaClock;
import io.appeals.projections.sla.policy.PolicyBook;
import io.appeals.projections.sla.store.ClockName;
import io.appeals.projections.sla.store.SlaRows;
import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.table.DeadLetter;
import io.appeals.schema.table.SlaAlert;
import io.appeals.schema.table.SlaClockRow;
import io.appeals.schema.wire.CloudEventHeaders;
import io.appeals.schema.wire.Published;
import io.appeals.schema.wire.WireFormat;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Sends clocks, alerts, proposals and dead letters on, with the headers that every record of the product bears. */
final class SlaPublisher {

    /** Larger values are left where they are: a dead letter that the broker refuses as too large would stop the stream. */
    private static final int MAX_VALUE_IN_DEAD_LETTER = 900_000;

    private static final WireFormat<SlaClockRow> CLOCKS = Published.SLA_CLOCKS.wireFormat();
    private static final WireFormat<SlaAlert> ALERTS = Published.SLA_ALERTS.wireFormat();
    private static final WireFormat<IssuedCommand> COMMANDS = Published.COMMANDS.wireFormat();
    private static final WireFormat<DeadLetter> DEAD_LETTERS = Published.DEAD_LETTERS.wireFormat();

    private final ProcessorContext<byte[], byte[]> context;
    private final SlaTime time;
    private final Troubles troubles;

    SlaPublisher(ProcessorContext<byte[], byte[]> context, SlaTime time, Troubles troubles) {
        this.context = context;
        this.time = time;
        this.troubles = troubles;
    }

    void clock(AppealClocks appeal, SlaClock clock, PolicyBook book, Instant asOf) {
        String key = ClockName.of(appeal.appealId(), clock);
        SlaClockRow row = SlaRows.clockRow(appeal, clock, book, asOf);
        List<Header> headers = CloudEventHeaders.of(
                "sla-clock-" + key + "-" + asOf.toEpochMilli(), "SlaClock", asOf, appeal.appealId(), null);
        headers.add(sequence(appeal.version()));
        send(SlaTopology.CLOCKS_SINK, key, CLOCKS.encode(row), headers);
    }

    void alert(SlaAlert alert) {
        List<Header> headers =
                CloudEventHeaders.of(alert.alertId(), alert.type(), alert.detectedAt(), alert.appealId(), null);
        send(SlaTopology.ALERTS_SINK, alert.appealId(), ALERTS.encode(alert), headers);
    }

    void proposal(IssuedCommand command) {
        List<Header> headers = CloudEventHeaders.of(
                command.commandId(), command.command().type(), command.issuedAt(), command.appealId(), null);
        send(SlaTopology.COMMANDS_SINK, command.appealId(), COMMANDS.encode(command), headers);
    }

    /** @param reason in the words of {@link DeadLetter#reason()} */
    void deadLetter(Record<byte[], byte[]> cause, String reason, String detail) {
        RecordMetadata source = context.recordMetadata().orElseThrow();
        Instant now = time.now();
        byte[] value = cause.value();
        boolean tooLarge = value != null && value.length > MAX_VALUE_IN_DEAD_LETTER;
        String key = cause.key() == null ? null : new String(cause.key(), UTF_8);
        DeadLetter letter = new DeadLetter(
                source.topic(),
                source.partition(),
                source.offset(),
                key,
                tooLarge ? null : value,
                reason,
                tooLarge ? detail + " (the value of " + value.length + " bytes is left out)" : detail,
                SlaTopology.APPLICATION_ID,
                now);
        String id = "dead-letter-sla-" + source.topic() + "-" + source.partition() + "-" + source.offset();
        String subject = key == null ? source.topic() : key;
        List<Header> headers = CloudEventHeaders.of(id, "DeadLetter", now, subject, traceOf(cause));
        Record<byte[], byte[]> record =
                new Record<>(cause.key(), DEAD_LETTERS.encode(letter), cause.timestamp(), new RecordHeaders(headers));
        context.forward(record, SlaTopology.DEAD_LETTERS_SINK);
        troubles.deadLetter(reason);
    }

    /** Brokers go by the machine's time, and refuse what is far ahead of it. */
    private void send(String sink, String key, byte[] value, List<Header> headers) {
        long now = context.currentSystemTimeMs();
        context.forward(new Record<>(key.getBytes(UTF_8), value, now, new RecordHeaders(headers)), sink);
    }

    private static Header sequence(long version) {
        return new RecordHeader("ce_sequence", Long.toString(version).getBytes(UTF_8));
    }

    private static byte @Nullable [] traceOf(Record<byte[], byte[]> cause) {
        Header trace = cause.headers().lastHeader(CloudEventHeaders.TRACE_PARENT);
        return trace == null ? null : trace.value();
    }
}
