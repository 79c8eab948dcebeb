package io.appeals.projections.topology;

import io.appeals.projections.status.AppealView;
import io.appeals.projections.status.AppealViewFold;
import io.appeals.projections.status.Message;
import io.appeals.projections.store.AppealRow;
import io.appeals.projections.store.CommandOutcome;
import io.appeals.projections.store.StoreKeys;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.wire.Published;
import io.appeals.schema.wire.WireFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** One partition's store in the words of the business, for the task that writes it. */
final class AppealLedger {

    private static final WireFormat<RecordedEvent> EVENTS = Published.EVENTS.wireFormat();

    private final KeyValueStore<Bytes, byte[]> rows;

    AppealLedger(KeyValueStore<Bytes, byte[]> rows) {
        this.rows = rows;
    }

    @Nullable
    AppealRow row(String appealId) {
        byte[] bytes = rows.get(StoreKeys.appeal(appealId));
        return bytes == null ? null : AppealRow.ofBytes(bytes);
    }

    /** The event's bytes as they came; null if there is no such version yet. */
    byte @Nullable [] event(String appealId, long version) {
        return rows.get(StoreKeys.event(appealId, version));
    }

    /** The view as it was at that version, folded anew, without messages. */
    AppealView viewAt(String appealId, long version) {
        AppealView view = null;
        for (long each = 1; each <= version; each++) {
            byte[] event = event(appealId, each);
            if (event == null) {
                throw new IllegalStateException("version " + each + " of appeal " + appealId + " is missing");
            }
            view = AppealViewFold.fold(view, EVENTS.decode(event)).withoutMessages();
        }
        return Objects.requireNonNull(view, "versions begin with 1");
    }

    /**
     * Writes an event that is folded, what it led to, and the outcome of its command, all at once.
     *
     * @param row as bytes
     * @param now outcomes that would be forgotten by now are not kept
     */
    void write(byte[] row, RecordedEvent event, byte[] eventBytes, Instant now) {
        List<KeyValue<Bytes, byte[]>> all = new ArrayList<>(4);
        all.add(KeyValue.pair(StoreKeys.event(event.appealId(), event.version()), eventBytes));
        for (Message message : Message.in(event)) {
            Bytes key = StoreKeys.message(event.appealId(), event.version());
            all.add(KeyValue.pair(key, AppealRow.MESSAGES.encode(message)));
        }
        if (!CommandOutcome.isForgotten(event.recordedAt(), now)) {
            CommandOutcome outcome = CommandOutcome.accepted(event.appealId(), event.version(), event.recordedAt());
            Bytes key = StoreKeys.accepted(StoreKeys.day(event.recordedAt()), event.commandId());
            all.add(KeyValue.pair(key, CommandOutcome.CODEC.encode(outcome)));
        }
        all.add(KeyValue.pair(StoreKeys.appeal(event.appealId()), row));
        rows.putAll(all);
    }

    /** Keeps an event that could be read but not folded, so that the timeline shows it. */
    void keep(RecordedEvent event, byte[] eventBytes) {
        rows.putIfAbsent(StoreKeys.event(event.appealId(), event.version()), eventBytes);
    }

    void write(String appealId, AppealRow row) {
        rows.put(StoreKeys.appeal(appealId), row.toBytes());
    }
}
