package io.appeals.projections.store;

import io.appeals.projections.listing.ListingEntry;
import io.appeals.projections.listing.ListingScope;
import io.appeals.projections.listing.Ordering;
import io.appeals.projections.listing.Place;
import java.util.ArrayList;
import java.util.List;

/** The indexes of the projection: listings by scope and ordering, and degraded appeals. */
public final class AppealIndex implements DerivedIndex {

    private static final byte[] NOTHING = new byte[0];

    @Override
    public boolean covers(byte[] key) {
        return key[0] == StoreKeys.APPEAL;
    }

    @Override
    public List<IndexEntry> entriesOf(byte[] key, byte[] row) {
        String appealId = StoreKeys.nameIn(key);
        if (!RowFormat.isViewable(row)) {
            return List.of(new IndexEntry(StoreKeys.degraded(appealId), NOTHING));
        }
        ListingEntry entry = RowFormat.entry(row);
        byte[] facts = RowFormat.facts(row);
        List<IndexEntry> entries = new ArrayList<>();
        for (Ordering ordering : Ordering.values()) {
            Place place = new Place(entry.orderedBy(ordering), appealId);
            for (ListingScope scope : ListingScope.of(entry.facts())) {
                entries.add(new IndexEntry(StoreKeys.listing(scope, ordering, place), facts));
            }
        }
        if (entry.facts().degradedSince() != null) {
            entries.add(new IndexEntry(StoreKeys.degraded(appealId), NOTHING));
        }
        return entries;
    }
}
