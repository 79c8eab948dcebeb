package io.appeals.projections.sla.serving;

import io.appeals.projections.listing.Place;
import io.appeals.projections.serving.LocalPartition;
import io.appeals.projections.serving.LocalPartitions;
import io.appeals.projections.store.StoreSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All partitions together, each at one moment; whoever holds them closes them. */
final class SlaSnapshots implements AutoCloseable {

    private final List<StoreSnapshot> snapshots = new ArrayList<>();
    private final List<TimedScan> scans = new ArrayList<>();

    private SlaSnapshots() {}

    /** @return empty unless all partitions are here and caught up */
    static Optional<SlaSnapshots> ofAll(LocalPartitions partitions) {
        SlaSnapshots all = new SlaSnapshots();
        for (int number = 0; number < partitions.count(); number++) {
            Optional<StoreSnapshot> snapshot =
                    partitions.at(number).filter(LocalPartition::isCaughtUp).flatMap(LocalPartition::snapshot);
            if (snapshot.isEmpty()) {
                all.close();
                return Optional.empty();
            }
            all.snapshots.add(snapshot.get());
        }
        return Optional.of(all);
    }

    StoreSnapshot partition(int number) {
        return snapshots.get(number);
    }

    int count() {
        return snapshots.size();
    }

    List<TimedScan> scan(byte[] prefix, @Nullable Place after, boolean descending) {
        List<TimedScan> begun = snapshots.stream()
                .map(rows -> new TimedScan(rows, prefix, after, descending))
                .toList();
        scans.addAll(begun);
        return begun;
    }

    @Override
    public void close() {
        scans.forEach(TimedScan::close);
        snapshots.forEach(StoreSnapshot::close);
    }
}
