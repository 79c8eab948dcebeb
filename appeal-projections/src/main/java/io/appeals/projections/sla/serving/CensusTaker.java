package io.appeals.projections.sla.serving;

import io.appeals.projections.sla.ClockCensus;
import io.appeals.projections.sla.ClockCensus.Kind;
import io.appeals.projections.sla.policy.Metric;
import io.appeals.projections.sla.store.ClockTag;
import io.appeals.projections.sla.store.SlaKeys;
import io.appeals.projections.store.StoreScan;
import io.appeals.projections.store.StoreSnapshot;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts clocks by the index of breaches alone: no row is read, and nothing is decoded twice, since clocks are many and
 * kinds of them few.
 */
final class CensusTaker {

    private static final byte[] BREACHES = SlaKeys.breaches(null);

    private final Instant now;
    private final Map<ByteBuffer, ClockTag> tags = new HashMap<>();
    private final Map<ByteBuffer, Metric> metrics = new HashMap<>();
    private final Map<Kind, long[]> counts = new HashMap<>();
    private final Map<Metric, Instant> nearest = new EnumMap<>(Metric.class);
    private final Map<Metric, long[]> soon = new EnumMap<>(Metric.class);
    private @Nullable Instant overdueSince;

    CensusTaker(Instant now) {
        this.now = now;
    }

    /** Looks through one partition's clocks. */
    void count(StoreSnapshot rows) {
        try (StoreScan scan = rows.scan(BREACHES, null, false)) {
            for (; scan.isValid(); scan.advance()) {
                add(scan.key(), scan.value());
            }
        }
    }

    private void add(byte[] key, byte[] value) {
        ClockTag tag = tags.computeIfAbsent(ByteBuffer.wrap(value), _ -> ClockTag.ofBytes(value));
        Metric metric = metrics.computeIfAbsent(SlaKeys.metricIn(key), CensusTaker::metric);
        Instant moment = SlaKeys.momentIn(key, BREACHES.length);
        boolean breached = !moment.isAfter(now);
        counts.computeIfAbsent(new Kind(metric, tag.state(), breached, tag.category()), _ -> new long[1])[0]++;
        if (!breached && tag.hasBreach()) {
            nearest.merge(metric, moment, (one, other) -> one.isBefore(other) ? one : other);
            addSoon(metric, moment);
        }
    }

    private static Metric metric(ByteBuffer word) {
        String text = SlaKeys.text(word);
        return Metric.of(text)
                .orElseThrow(() -> new IllegalStateException("the store has a clock of an unknown metric: " + text));
    }

    private void addSoon(Metric metric, Instant moment) {
        Duration left = Duration.between(now, moment);
        for (int i = ClockCensus.HORIZONS.size() - 1; i >= 0; i--) {
            if (left.compareTo(ClockCensus.HORIZONS.get(i)) > 0) {
                return;
            }
            soon.computeIfAbsent(metric, _ -> new long[ClockCensus.HORIZONS.size()])[i]++;
        }
    }

    /** Looks for the first deadline of a partition that has come and was not seen to yet. */
    void lookForOverdue(StoreSnapshot rows) {
        byte[] watermark = rows.get(SlaKeys.watermark().get());
        byte[] from = SlaKeys.deadlinesFrom(watermark == null ? Instant.EPOCH : SlaKeys.watermarkIn(watermark));
        try (StoreScan scan = rows.scan(SlaKeys.deadlines(), from, false)) {
            if (scan.isValid()) {
                Instant first = SlaKeys.momentIn(scan.key(), SlaKeys.deadlines().length);
                if (!first.isAfter(now) && (overdueSince == null || first.isBefore(overdueSince))) {
                    overdueSince = first;
                }
            }
        }
    }

    ClockCensus result() {
        List<ClockCensus.Count> kinds = counts.entrySet().stream()
                .map(each -> new ClockCensus.Count(each.getKey(), each.getValue()[0]))
                .toList();
        List<ClockCensus.Soon> ahead = new ArrayList<>();
        soon.forEach((metric, within) -> {
            for (int i = 0; i < within.length; i++) {
                ahead.add(new ClockCensus.Soon(metric, ClockCensus.HORIZONS.get(i), within[i]));
            }
        });
        return new ClockCensus(now, kinds, ahead, nearest, overdueSince);
    }
}
