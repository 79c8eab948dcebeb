package io.appeals.projections.sla.serving;

import io.appeals.projections.listing.Place;
import io.appeals.projections.sla.ClockCensus;
import io.appeals.projections.sla.policy.Metric;
import io.appeals.projections.sla.store.ClockName;
import io.appeals.projections.sla.store.ClockTag;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts clocks by the index of breaches alone: no row is read, a million clocks take about a second. */
final class CensusTaker {

    private final Instant now;
    private final Map<ClockCensus.Kind, Long> counts = new HashMap<>();
    private final Map<Metric, Instant> nearest = new EnumMap<>(Metric.class);

    CensusTaker(Instant now) {
        this.now = now;
    }

    ClockCensus count(List<TimedScan> scans) {
        for (TimedScan scan : scans) {
            for (Place place = scan.current(); place != null; place = scan.current()) {
                add(place, ClockTag.ofBytes(scan.value()));
                scan.advance();
            }
        }
        List<ClockCensus.Count> all = counts.entrySet().stream()
                .map(each -> new ClockCensus.Count(each.getKey(), each.getValue()))
                .toList();
        return new ClockCensus(all, nearest);
    }

    private void add(Place place, ClockTag tag) {
        Metric metric = ClockName.parse(place.appealId()).clock().metric();
        boolean breached = !place.moment().isAfter(now);
        counts.merge(new ClockCensus.Kind(metric, tag.state(), breached, tag.category()), 1L, Long::sum);
        if (!breached && tag.hasBreach()) {
            nearest.merge(metric, place.moment(), (one, other) -> one.isBefore(other) ? one : other);
        }
    }
}
