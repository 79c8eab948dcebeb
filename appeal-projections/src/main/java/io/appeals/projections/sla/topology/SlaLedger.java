package io.appeals.projections.sla.topology;

import io.appeals.projections.sla.appeal.AppealClocks;
import io.appeals.projections.sla.clock.SlaClock;
import io.appeals.projections.sla.store.EndedClock;
import io.appeals.projections.sla.store.SlaKeys;
import io.appeals.projections.sla.store.StoredAppeal;
import io.appeals.projections.store.CommittedStore;
import io.appeals.projections.store.StoreScan;
import io.appeals.schema.table.SlaAlert;
import io.appeals.schema.wire.Published;
import io.appeals.schema.wire.WireFormat;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** One partition's store in the words of the business, for the task that writes it. */
final class SlaLedger {

    private static final WireFormat<SlaAlert> ALERTS = Published.SLA_ALERTS.wireFormat();

    private final KeyValueStore<Bytes, byte[]> rows;
    private final CommittedStore scans;

    /**
     * All deadlines before this key are done. More than a moment: of many that share one, those that are done need not be
     * passed by again.
     */
    private byte[] doneBefore;

    /** What the store holds of it, which may stand further back, but never further on. */
    private Instant watermark;

    /** Looking for what is not there would pass by all that ever was, until the disk has forgotten it. */
    private boolean mayHaveUnsaid = true;

    /** @param rows what the changelog hears of; {@code scans} is the same store below it */
    SlaLedger(KeyValueStore<Bytes, byte[]> rows, CommittedStore scans) {
        this.rows = rows;
        this.scans = scans;
        byte[] kept = rows.get(SlaKeys.watermark());
        this.watermark = kept == null ? Instant.EPOCH : SlaKeys.watermarkIn(kept);
        this.doneBefore = SlaKeys.deadlinesFrom(watermark);
    }

    @Nullable
    StoredAppeal appeal(String appealId) {
        byte[] row = rows.get(SlaKeys.appeal(appealId));
        return row == null ? null : StoredAppeal.CODEC.decode(row);
    }

    void write(StoredAppeal appeal) {
        rows.put(SlaKeys.appeal(appeal.clocks().appealId()), StoredAppeal.CODEC.encode(appeal));
        appeal.firstDue().ifPresent(this::lookFrom);
    }

    private void lookFrom(Instant due) {
        byte[] from = SlaKeys.deadlinesFrom(due);
        if (Arrays.compareUnsigned(from, doneBefore) < 0) {
            doneBefore = from;
        }
        if (due.isBefore(watermark)) {
            keepWatermark(due);
        }
    }

    void ended(AppealClocks appeal, SlaClock clock) {
        EndedClock ended = new EndedClock(clock, appeal.facts(), appeal.status(), appeal.version());
        rows.put(SlaKeys.ended(appeal.appealId(), clock), EndedClock.CODEC.encode(ended));
    }

    /** Since which version the appeal is degraded; null while it is sound. */
    @Nullable
    Long degradedSince(String appealId) {
        byte[] since = rows.get(SlaKeys.degraded(appealId));
        return since == null ? null : (Long) ByteBuffer.wrap(since).getLong();
    }

    void degraded(String appealId, long since) {
        rows.put(
                SlaKeys.degraded(appealId),
                ByteBuffer.allocate(Long.BYTES).putLong(since).array());
    }

    void given(SlaAlert alert) {
        rows.put(SlaKeys.alert(alert.detectedAt(), alert.alertId()), ALERTS.encode(alert));
    }

    void unsaid(SlaAlert alert) {
        mayHaveUnsaid = true;
        rows.put(SlaKeys.unsaid(alert.dueAt(), alert.alertId()), ALERTS.encode(alert));
    }

    /** Takes out the first alerts that wait to be given, in the order in which they were due. */
    List<SlaAlert> takeUnsaid(int limit) {
        List<SlaAlert> alerts = new ArrayList<>();
        if (!mayHaveUnsaid) {
            return alerts;
        }
        try (StoreScan scan = scans.scan(SlaKeys.unsaid(), SlaKeys.unsaid())) {
            for (; alerts.size() < limit && scan.isValid(); scan.advance()) {
                alerts.add(ALERTS.decode(scan.value()));
            }
        }
        mayHaveUnsaid = alerts.size() == limit;
        alerts.forEach(alert -> rows.delete(SlaKeys.unsaid(alert.dueAt(), alert.alertId())));
        return alerts;
    }

    /** The appeals with the first deadlines that have come by then. All of them must be done before the next look. */
    List<String> due(Instant now, int limit) {
        LinkedHashSet<String> appeals = new LinkedHashSet<>();
        byte[] next = SlaKeys.deadlinesFrom(now);
        try (StoreScan scan = scans.scan(SlaKeys.deadlines(), doneBefore)) {
            for (; scan.isValid() && !SlaKeys.momentIn(scan.key(), 1).isAfter(now); scan.advance()) {
                if (appeals.size() == limit) {
                    next = scan.key();
                    break;
                }
                appeals.add(SlaKeys.appealIn(scan.key()));
            }
        }
        doneBefore = next;
        return List.copyOf(appeals);
    }

    /** Keeps how far deadlines are done, so that the next start does not begin with all that were ever done. */
    void keepWatermark() {
        Instant done = SlaKeys.momentIn(doneBefore, 1);
        if (done.isAfter(watermark)) {
            keepWatermark(done);
        }
    }

    private void keepWatermark(Instant to) {
        watermark = to;
        rows.put(
                SlaKeys.watermark(),
                ByteBuffer.allocate(Long.BYTES).putLong(to.toEpochMilli()).array());
    }

    /** Forgets the first alerts that were given before that moment. */
    void forgetAlerts(Instant before, int limit) {
        List<Bytes> old = new ArrayList<>();
        try (StoreScan scan = scans.scan(SlaKeys.alerts(), SlaKeys.alerts())) {
            while (old.size() < limit
                    && scan.isValid()
                    && SlaKeys.momentIn(scan.key(), 1).isBefore(before)) {
                old.add(Bytes.wrap(scan.key()));
                scan.advance();
            }
        }
        old.forEach(rows::delete);
    }
}
