package io.appeals.projections.serving;

import io.appeals.projections.listing.ListingScope;
import io.appeals.projections.listing.Ordering;
import io.appeals.projections.listing.Place;
import io.appeals.projections.serving.StoredAppeals.ScopeScan;
import io.appeals.projections.store.StoreSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All partitions together, each at one moment; whoever holds them closes them. */
public final class Snapshots implements AutoCloseable {

    private final List<StoreSnapshot> snapshots = new ArrayList<>();
    private final List<StoredAppeals> appeals = new ArrayList<>();
    private final List<ScopeScan> scans = new ArrayList<>();

    private Snapshots() {}

    /** @return empty unless all partitions are here and caught up */
    public static Optional<Snapshots> ofAll(LocalPartitions partitions) {
        Snapshots all = new Snapshots();
        for (int number = 0; number < partitions.count(); number++) {
            Optional<StoreSnapshot> snapshot =
                    partitions.at(number).filter(LocalPartition::isCaughtUp).flatMap(LocalPartition::snapshot);
            if (snapshot.isEmpty()) {
                all.close();
                return Optional.empty();
            }
            all.snapshots.add(snapshot.get());
            all.appeals.add(new StoredAppeals(snapshot.get()));
        }
        return Optional.of(all);
    }

    List<StoredAppeals> partitions() {
        return appeals;
    }

    public StoredAppeals partition(int number) {
        return appeals.get(number);
    }

    /** The entries of these scopes in every partition; closed together with the snapshots. */
    public List<ScopeScan> scan(
            List<ListingScope> scopes, Ordering ordering, @Nullable Place after, boolean descending) {
        List<ScopeScan> begun = new ArrayList<>();
        for (int number = 0; number < appeals.size(); number++) {
            for (ListingScope scope : scopes) {
                begun.add(appeals.get(number).scope(scope, ordering, after, descending, number));
            }
        }
        scans.addAll(begun);
        return begun;
    }

    @Override
    public void close() {
        scans.forEach(ScopeScan::close);
        snapshots.forEach(StoreSnapshot::close);
    }
}
