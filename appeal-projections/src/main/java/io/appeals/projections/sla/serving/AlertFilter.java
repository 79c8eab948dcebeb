package io.appeals.projections.sla.serving;

import io.appeals.projections.listing.Place;
import io.appeals.projections.sla.AlertQuery;
import io.appeals.projections.sla.store.SlaKeys;
import io.appeals.projections.store.StoreSnapshot;
import io.appeals.schema.table.SlaAlert;
import io.appeals.schema.wire.Published;
import io.appeals.schema.wire.WireFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a query for alerts lets through. */
record AlertFilter(AlertQuery query) {

    private static final WireFormat<SlaAlert> ALERTS = Published.SLA_ALERTS.wireFormat();

    /** Everything but page size and cursor, as text. */
    String asked() {
        return new AlertQuery(
                        query.sellerId(),
                        query.appealId(),
                        query.kind(),
                        query.metric(),
                        query.detectedFrom(),
                        query.detectedBefore(),
                        1,
                        null)
                .toString();
    }

    /** Where a listing from the latest to the earliest begins; null at the latest of all. */
    @Nullable
    Place start() {
        return query.detectedBefore() == null ? null : new Place(query.detectedBefore(), "");
    }

    boolean isWithin(Place place) {
        return query.detectedFrom() == null || !place.moment().isBefore(query.detectedFrom());
    }

    /** The alert at that place if it matches. */
    Optional<SlaAlert> alert(StoreSnapshot rows, Place place) {
        byte[] bytes = rows.get(SlaKeys.alert(place.moment(), place.appealId()).get());
        return Optional.ofNullable(bytes).map(ALERTS::decode).filter(this::matches);
    }

    private boolean matches(SlaAlert alert) {
        return (query.appealId() == null || query.appealId().equals(alert.appealId()))
                && (query.kind() == null || query.kind().word().equals(alert.type()))
                && (query.metric() == null || query.metric().word().equals(alert.metric()));
    }
}
