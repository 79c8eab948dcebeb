package io.appeals.api.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PostedAlertTest {

    private static final Instant GIVEN = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void aWarningSaysWhatItIsAboutByWhenAndUnderWhichId() {
        PostedAlert posted =
                PostedAlert.of(new OpenAlert(Alerts.warning("a", "decision", "PT24H"), GIVEN, true, null), NOW);

        assertThat(posted.labels())
                .containsExactly(
                        entry("alertname", "SlaWarning"),
                        entry("metric", "decision"),
                        entry("category", "PRODUCT_SAFETY"),
                        entry("stage", "FIRST_REVIEW"),
                        entry("severity", "warning"),
                        entry("clock", "a|decision|1"),
                        entry("threshold", "PT24H"));
        assertThat(posted.annotations())
                .contains(
                        entry("alertId", "sla.warning|a|decision|PT24H"),
                        entry("appealId", "a"),
                        entry("breachAt", "2026-03-02T09:00:00Z"),
                        entry("dueAt", "2026-03-02T09:00:00Z"),
                        entry("detectedAt", "2026-03-02T09:00:00.080Z"),
                        entry(
                                "summary",
                                "decision of appeal a will be over time at 2026-03-02T09:00:00Z: no more than PT24H is left"));
        assertThat(posted.startsAt()).isEqualTo("2026-03-02T10:00:00Z");
        assertThat(posted.endsAt()).as("a day from now").isEqualTo("2026-03-03T12:00:00Z");
    }

    @Test
    void aBreachOfTheMarketplacesTimeIsCriticalAndOneOfTheSellersIsNot() {
        assertThat(PostedAlert.of(new OpenAlert(Alerts.breach("a", "decision"), GIVEN, true, null), NOW)
                        .labels())
                .contains(entry("alertname", "SlaBreached"), entry("severity", "critical"));
        assertThat(PostedAlert.of(new OpenAlert(Alerts.breach("a", "seller_response"), GIVEN, true, null), NOW)
                        .labels())
                .contains(entry("severity", "info"));
    }

    @Test
    void oneThatIsOverSaysWhenAndWhyAndIsTheSameAlert() {
        OpenAlert open = new OpenAlert(Alerts.breach("a", "decision"), GIVEN, true, null);
        PostedAlert ended = PostedAlert.of(open.endedBy(NOW, "sla.recovered", "r-1", NOW), NOW.plusSeconds(5));

        assertThat(ended.labels()).isEqualTo(PostedAlert.of(open, NOW).labels());
        assertThat(ended.endsAt()).isEqualTo("2026-03-02T12:00:00Z");
        assertThat(ended.annotations()).contains(entry("endedBy", "sla.recovered"), entry("recoveryId", "r-1"));
    }

    @Test
    void nothingEndsBeforeItBegan() {
        OpenAlert open = new OpenAlert(Alerts.breach("a", "decision"), GIVEN, true, null);

        assertThat(PostedAlert.of(open.endedBy(GIVEN.minusSeconds(1), "x", null, NOW), NOW)
                        .endsAt())
                .isEqualTo("2026-03-02T10:00:00Z");
    }
}
