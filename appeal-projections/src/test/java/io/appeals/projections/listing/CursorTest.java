package io.appeals.projections.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appeals.projections.InvalidCursor;
import io.appeals.projections.ListingQuery;
import io.appeals.projections.ListingSort;
import io.appeals.schema.appeal.AppealStatus;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CursorTest {

    private static final Place PLACE =
            new Place(Instant.parse("2026-03-02T09:00:00.123Z"), "835a6360-f840-5904-b172-ffdc52ce126a");
    private static final ListingQuery QUERY = ListingQuery.all(ListingSort.OPENED_DESCENDING, 50)
            .ofSeller("seller-1")
            .withStatuses(Set.of(AppealStatus.DRAFT, AppealStatus.SUBMITTED));

    @Test
    void aCursorLeadsBackToItsPlace() {
        assertThat(Cursor.of(QUERY.from(Cursor.after(PLACE, QUERY)))).contains(PLACE);
        assertThat(Cursor.of(QUERY)).isEmpty();
    }

    @Test
    void theSamePlaceServesPagesOfAnotherSize() {
        ListingQuery larger = new ListingQuery(
                "seller-1",
                EnumSet.of(AppealStatus.SUBMITTED, AppealStatus.DRAFT),
                null,
                null,
                null,
                null,
                null,
                ListingSort.OPENED_DESCENDING,
                200,
                Cursor.after(PLACE, QUERY));

        assertThat(Cursor.of(larger)).contains(PLACE);
    }

    @Test
    void aCursorOfAnotherListingIsRefused() {
        String cursor = Cursor.after(PLACE, QUERY);

        assertThatThrownBy(() -> Cursor.of(QUERY.ofSeller("seller-2").from(cursor)))
                .isInstanceOf(InvalidCursor.class)
                .hasMessageContaining("other filters");
        assertThatThrownBy(() -> Cursor.of(QUERY.inQueue("eu").from(cursor))).isInstanceOf(InvalidCursor.class);
    }

    @Test
    void aDamagedCursorIsRefused() {
        assertThatThrownBy(() -> Cursor.of(QUERY.from("%%%")))
                .isInstanceOf(InvalidCursor.class)
                .hasMessageContaining("damaged");
        assertThatThrownBy(() -> Cursor.of(QUERY.from("AAAA"))).isInstanceOf(InvalidCursor.class);
        assertThatThrownBy(() -> Cursor.of(QUERY.from(""))).isInstanceOf(InvalidCursor.class);
    }

    @Test
    void placesOrderByMomentThenById() {
        Place before1970 = new Place(Instant.parse("1969-12-31T23:59:59Z"), "b");
        Place after1970 = new Place(Instant.parse("1970-01-01T00:00:01Z"), "a");
        Place sameMoment = new Place(after1970.moment(), "b");

        assertThat(before1970).isLessThan(after1970);
        assertThat(after1970).isLessThan(sameMoment);
        assertThat(java.util.Arrays.compareUnsigned(before1970.toBytes(), after1970.toBytes()))
                .isNegative();
    }
}
