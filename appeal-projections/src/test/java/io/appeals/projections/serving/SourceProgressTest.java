package io.appeals.projections.serving;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How far a source is read, and how far that is behind the log. */
class SourceProgressTest {

    private final SourceProgress source = new SourceProgress();

    @Test
    void itIsNotKnownToBeBehindBeforeItsPlaceIs() {
        assertThat(source.behind(17)).isEmpty();
    }

    @Test
    void whatWasDeliveredAndIsNotFoldedYetCountsAsBehind() {
        source.delivered(9);
        source.processed(9);
        source.positionedAt(10);
        source.delivered(19);
        source.positionedAt(20);
        source.processed(14);

        assertThat(source.behind(30)).hasValue(15);
    }

    @Test
    void markersOfTransactionsAreNoLag() {
        source.delivered(9);
        source.processed(9);
        source.positionedAt(12);

        assertThat(source.behind(12)).hasValue(0);
    }

    @Test
    void itIsNeverAheadOfTheLog() {
        source.positionedAt(12);

        assertThat(source.behind(11)).hasValue(0);
    }
}
