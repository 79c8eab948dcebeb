package io.appeals.projections.store;

import io.appeals.projections.listing.ListingEntry;
import io.appeals.projections.listing.ListingScope;
import io.appeals.projections.listing.Ordering;
import io.appeals.projections.listing.Place;
import java.util.ArrayList;
import java.util.List;

/** The indexes of the projection: listings by scope and ordering, degraded appeals, and command outcomes by age. */
public final class AppealIndex implements DerivedIndex {

    private static final byte[] NOTHING = new byte[0];

    @Override
    public boolean covers(byte[] key) {
        return key[0] != StoreKeys.EVENT && key[0] != StoreKeys.MESSAGE;
    }

    @Override
    public List<IndexEntry> entriesOf(byte[] key, byte[] value) {
        return switch (key[0]) {
            case StoreKeys.APPEAL -> ofAppeal(StoreKeys.nameIn(key), value);
            case StoreKeys.ACCEPTED, StoreKeys.RESULT ->
                List.of(new IndexEntry(
                        StoreKeys.expiry(CommandOutcome.CODEC.decode(value).decidedAt(), key), NOTHING));
            default -> List.of();
        };
    }

    private static List<IndexEntry> ofAppeal(String appealId, byte[] row) {
        byte[] bytes = AppealRow.entryIn(row);
        if (bytes == null) {
            return List.of(new IndexEntry(StoreKeys.degraded(appealId), NOTHING));
        }
        ListingEntry entry = AppealRow.ENTRIES.decode(bytes);
        List<IndexEntry> entries = new ArrayList<>();
        for (Ordering ordering : Ordering.values()) {
            Place place = new Place(entry.orderedBy(ordering), appealId);
            for (ListingScope scope : ListingScope.of(entry)) {
                entries.add(new IndexEntry(StoreKeys.listing(scope, ordering, place), bytes));
            }
        }
        if (entry.degradedSince() != null) {
            entries.add(new IndexEntry(StoreKeys.degraded(appealId), NOTHING));
        }
        return entries;
    }
}
