package io.appeals.api.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductTimeTest {

    private static final Instant BEGINNING = Instant.parse("2026-03-02T09:00:00Z");
    private static final int A_DAY_A_MINUTE = 1_440;

    @TempDir
    Path folder;

    private Instant machine = BEGINNING;

    private ProductTime time(int factor) throws IOException {
        return ProductTime.keptIn(folder, factor, () -> machine);
    }

    private void pass(Duration duration) {
        machine = machine.plus(duration);
    }

    @Test
    void itIsTheMachinesUnlessAskedOtherwise() throws IOException {
        try (ProductTime time = time(1)) {
            assertThat(time.isOfTheMachine()).isTrue();
            assertThat(time.instant()).isCloseTo(Instant.now(), within(10, ChronoUnit.SECONDS));
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void aDayPassesInAMinute() throws IOException {
        try (ProductTime time = time(A_DAY_A_MINUTE)) {
            pass(Duration.ofSeconds(2));
            assertThat(time.instant()).isEqualTo(BEGINNING.plus(Duration.ofMinutes(48)));
            assertThat(time.onTheMachine(BEGINNING.plus(Duration.ofDays(30))))
                    .isEqualTo(BEGINNING.plus(Duration.ofMinutes(30)));
        }
    }

    @Test
    void afterAStopItGoesOnWhereItWasAndAsEverybodysMeanwhile() throws IOException {
        Instant stopped;
        try (ProductTime time = time(A_DAY_A_MINUTE)) {
            pass(Duration.ofSeconds(3));
            stopped = time.instant();
        }
        pass(Duration.ofHours(8));
        try (ProductTime again = time(3_600)) {
            assertThat(again.instant()).isEqualTo(stopped.plus(Duration.ofHours(8)));
            pass(Duration.ofSeconds(1));
            assertThat(again.instant()).isEqualTo(stopped.plus(Duration.ofHours(9)));
        }
    }

    @Test
    void afterAKillNothingThatWasToldComesAgain() throws IOException {
        // Not closed: the process is gone.
        ProductTime killed = time(A_DAY_A_MINUTE);
        pass(Duration.ofSeconds(4));
        Instant told = killed.instant();

        try (ProductTime again = time(A_DAY_A_MINUTE)) {
            assertThat(again.instant()).isAfter(told).isBefore(told.plus(Duration.ofHours(2)));
        }
    }

    @Test
    void itNeverComesFurtherThanIsKept() throws IOException {
        ProductTime stalled = time(A_DAY_A_MINUTE);
        // The thread that keeps it did not get its turn for an hour.
        pass(Duration.ofHours(1));
        Instant told = stalled.instant();

        machine = BEGINNING.plusSeconds(1);
        try (ProductTime again = time(A_DAY_A_MINUTE)) {
            assertThat(again.instant()).isAfterOrEqualTo(told);
        }
    }

    @Test
    void dataThatOnceWasAheadStaysAhead() throws IOException {
        Instant stopped;
        try (ProductTime time = time(A_DAY_A_MINUTE)) {
            pass(Duration.ofSeconds(4));
            stopped = time.instant();
        }
        for (int start = 1; start <= 2; start++) {
            try (ProductTime time = time(1)) {
                pass(Duration.ofSeconds(3));
                assertThat(time.isOfTheMachine()).isFalse();
                assertThat(time.instant()).isEqualTo(stopped.plus(Duration.ofSeconds(3L * start)));
            }
        }
    }

    @Test
    void whatCannotBeReadIsToldWithWhatShouldStandThere() throws IOException {
        Files.writeString(folder.resolve("product-time"), "machine tomorrow\n");

        assertThatThrownBy(() -> time(60))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("product-time should say 'machine 2026-03-02T09:00:00Z' in line 1")
                .hasMessageContaining("[machine tomorrow]");
    }
}
