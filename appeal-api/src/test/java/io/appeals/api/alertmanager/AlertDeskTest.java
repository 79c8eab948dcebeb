package io.appeals.api.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.api.alertmanager.ClockCheck.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlertDeskTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final AlertDesk desk =
            new AlertDesk(_ -> Optional.of(new Standing(true, false, null, null, Set.of("75%"))));

    private void begun(int partition, long place) {
        desk.begin(partition, place);
        desk.done(desk.next());
    }

    private void read(int partition, long offset, String appealId) {
        desk.read(partition, offset, Alerts.warning(appealId, "decision", "75%"), NOW);
    }

    private static List<String> appeals(AlertDesk.Load load) {
        return load.alerts().stream().map(open -> open.alert().appealId()).toList();
    }

    @Test
    void thePlaceIsRememberedBeforeAnythingIsPosted() {
        desk.begin(3, 17);

        AlertDesk.Load first = desk.next();
        assertThat(first.alerts()).isEmpty();
        assertThat(first.places()).isEqualTo(Map.of(3, 17L));
    }

    @Test
    void whatLiesBeforeThePlaceIsNoNews() {
        begun(0, 2);
        read(0, 0, "old");
        read(0, 1, "old-too");
        read(0, 2, "new");

        AlertDesk.Load load = desk.next();
        assertThat(appeals(load)).containsExactly("new");
        assertThat(load.places()).isEqualTo(Map.of(0, 3L));
    }

    @Test
    void whatWasNotTakenStaysInOrderAndIsRememberedOnlyAfterwards() {
        begun(0, 0);
        begun(1, 0);
        read(0, 0, "a");
        read(1, 5, "b");
        desk.failed();
        read(0, 1, "c");

        AlertDesk.Load load = desk.next();
        assertThat(appeals(load)).containsExactly("a", "b", "c");
        assertThat(load.places()).isEqualTo(Map.of(0, 2L, 1, 6L));
        desk.done(load);
        assertThat(desk.isIdle()).isTrue();
    }

    @Test
    void aStormIsPostedInPieces() {
        begun(0, 0);
        for (int i = 0; i < 1_200; i++) {
            read(0, i, "a-" + i);
        }
        assertThat(desk.waiting()).isEqualTo(1_200);

        AlertDesk.Load first = desk.next();
        assertThat(first.alerts()).hasSize(500);
        assertThat(first.places()).isEqualTo(Map.of(0, 500L));
    }

    @Test
    void whatIsOpenIsRenewedAndRenewalsThatWereNotTakenAreMadeAnew() {
        begun(0, 1);
        read(0, 0, "old");
        desk.renew(NOW);
        assertThat(appeals(desk.next())).containsExactly("old");
        assertThat(desk.next().places()).isEmpty();

        desk.failed();
        assertThat(desk.isIdle()).isTrue();
    }

    @Test
    void aRecordThatSaysNothingIsPassedBy() {
        begun(0, 0);
        desk.skip(0, 0);

        assertThat(desk.next().alerts()).isEmpty();
        assertThat(desk.next().places()).isEqualTo(Map.of(0, 1L));
    }

    @Test
    void whatBelongsToAPartitionGoesWithIt() {
        begun(0, 0);
        begun(1, 0);
        read(0, 0, "a");
        read(1, 0, "b");
        desk.end(0);

        assertThat(appeals(desk.next())).containsExactly("b");
        assertThat(desk.open()).isEqualTo(1);
    }
}
