package io.appeals.projections.sla.clock;

import static io.appeals.projections.sla.clock.ClockStory.begun;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Worked cases of single clocks. 2026-03-02 is a Monday. */
class ClockWorkedCasesTest {

    @Test
    void aClockThatNobodyTouchesIsBreachedWhenItsGoalIsUsedUp() {
        ClockStory story = begun("2026-03-05T12:00:00Z", "business", "PT48H");

        assertThat(story.figures().breachAt()).isEqualTo("2026-03-09T12:00:00Z");
        assertThat(story.figures().isBreached(Instant.parse("2026-03-09T11:59:59.999Z")))
                .isFalse();
        assertThat(story.figures().isBreached(Instant.parse("2026-03-09T12:00:00Z")))
                .isTrue();
    }

    @Test
    void aPauseOverAWeekendKeepsWhatWasLeft() {
        ClockStory story = begun("2026-03-05T12:00:00Z", "business", "PT48H").paused("2026-03-06T12:00:00Z");
        assertThat(story.clock().state()).isEqualTo(ClockState.PAUSED);
        assertThat(story.figures().breachAt())
                .as("nothing breaks while it stands still")
                .isNull();

        story.resumed("2026-03-09T12:00:00Z");
        Instant then = Instant.parse("2026-03-09T18:00:00Z");
        assertThat(story.figures().elapsed(then)).isEqualTo(Duration.ofHours(30));
        assertThat(story.figures().paused(then)).isEqualTo(Duration.ofHours(72));
        assertThat(story.figures().remaining(then)).isEqualTo(Duration.ofHours(18));
        assertThat(story.figures().percentUsed(then)).isEqualTo(62);
        assertThat(story.figures().breachAt()).isEqualTo("2026-03-10T12:00:00Z");
    }

    @Test
    void theIntervalsProveTheFigure() {
        ClockStory story = begun("2026-03-05T12:00:00Z", "business", "PT48H")
                .paused("2026-03-06T12:00:00Z")
                .resumed("2026-03-09T12:00:00Z")
                .met("2026-03-09T18:00:00Z");
        Instant end = Instant.parse("2026-03-09T18:00:00Z");

        List<Duration> parts = story.clock().spans().stream()
                .map(span -> story.figures().elapsedIn(span, end))
                .toList();

        assertThat(parts).containsExactly(Duration.ofHours(24), Duration.ZERO, Duration.ofHours(6));
        assertThat(story.figures().elapsed(end)).isEqualTo(Duration.ofHours(30));
        assertThat(story.clock().spans())
                .extracting(Span::cause)
                .containsExactly("cause", "InformationRequested", "InformationProvided");
    }

    @Test
    void aNewGoalWhilePausedKeepsElapsedAndPausedTime() {
        ClockStory story = begun("2026-03-05T12:00:00Z", "business", "PT48H")
                .paused("2026-03-06T12:00:00Z")
                .retargeted("2026-03-08T10:00:00Z", "business", "PT168H")
                .resumed("2026-03-09T12:00:00Z");

        assertThat(story.figures().elapsed(Instant.parse("2026-03-09T12:00:00Z")))
                .isEqualTo(Duration.ofHours(24));
        assertThat(story.figures().paused(Instant.parse("2026-03-09T12:00:00Z")))
                .isEqualTo(Duration.ofHours(72));
        assertThat(story.figures().breachAt()).as("six working days are left").isEqualTo("2026-03-17T12:00:00Z");
    }

    @Test
    void aGoalThatIsUsedUpAlreadyBreaksWhenItIsSetAndNotBefore() {
        ClockStory story = begun("2026-03-02T00:00:00Z", "business", "PT168H")
                .retargeted("2026-03-04T12:00:00Z", "business", "PT48H");
        assertThat(story.figures().breachAt()).isEqualTo("2026-03-04T12:00:00Z");

        ClockStory paused = begun("2026-03-02T00:00:00Z", "business", "PT168H")
                .paused("2026-03-04T00:00:00Z")
                .retargeted("2026-03-04T12:00:00Z", "business", "PT48H");
        assertThat(paused.figures().breachAt()).as("also while it stands still").isEqualTo("2026-03-04T12:00:00Z");
    }

    @Test
    void anotherCalendarCountsFromItsDayOn() {
        ClockStory story = begun("2026-03-06T12:00:00Z", "elapsed", "PT48H")
                .retargeted("2026-03-07T12:00:00Z", "business", "PT48H");

        assertThat(story.figures().elapsed(Instant.parse("2026-03-09T06:00:00Z")))
                .as("a day of elapsed time, no Sunday, six hours of Monday")
                .isEqualTo(Duration.ofHours(30));
        assertThat(story.figures().breachAt()).isEqualTo("2026-03-10T00:00:00Z");
    }

    @Test
    void aDateStandsWhateverTheGoal() {
        ClockStory story = begun("2026-03-02T09:00:00Z", "elapsed", "PT72H")
                .extended("2026-03-04T09:00:00Z", "2026-03-12T09:00:00Z");

        assertThat(story.figures().breachAt()).isEqualTo("2026-03-12T09:00:00Z");
        assertThat(story.figures().total()).isEqualTo(Duration.ofDays(10));
        assertThat(story.figures().percentUsed(Instant.parse("2026-03-07T09:00:00Z")))
                .isEqualTo(50);
    }

    @Test
    void warningsAreComputedBeforehand() {
        ClockStory story = begun("2026-03-05T12:00:00Z", "business", "PT48H");

        assertThat(story.figures().moments())
                .containsExactly(
                        new DueMoment(AlertKind.WARNING, "50%", Instant.parse("2026-03-06T12:00:00Z")),
                        new DueMoment(AlertKind.WARNING, "PT4H", Instant.parse("2026-03-09T08:00:00Z")),
                        new DueMoment(AlertKind.BREACHED, "100%", Instant.parse("2026-03-09T12:00:00Z")));
    }

    @Test
    void timeThatWasNeverThereIsNotWarnedOf() {
        ClockStory story = begun("2026-03-02T09:00:00Z", "office", "PT3H");

        assertThat(story.figures().moments()).extracting(DueMoment::threshold).containsExactly("50%", "100%");
    }

    @Test
    void whatWasAlertedIsNotDueAgainUntilTheClockHasRecovered() {
        SlaClock alerted =
                begun("2026-03-05T12:00:00Z", "business", "PT48H").clock().passing(List.of("50%", "100%"));
        Instant late = Instant.parse("2026-04-01T00:00:00Z");

        assertThat(ClockFigures.of(alerted, ClockStory.BOOK).due(late))
                .extracting(DueMoment::threshold)
                .containsExactly("PT4H");
        assertThat(ClockFigures.of(alerted.recovered(), ClockStory.BOOK).due(late))
                .hasSize(3);
    }

    @Test
    void aClockThatWasMetInTimeIsNotBreachedLater() {
        ClockStory story = begun("2026-03-05T12:00:00Z", "business", "PT48H").met("2026-03-06T12:00:00Z");
        Instant later = Instant.parse("2027-01-01T00:00:00Z");

        assertThat(story.figures().isBreached(later)).isFalse();
        assertThat(story.figures().elapsed(later)).isEqualTo(Duration.ofHours(24));
        assertThat(story.figures().pending()).isEmpty();
        assertThat(story.figures().breachAt()).as("when it would have been").isEqualTo("2026-03-09T12:00:00Z");
    }

    @Test
    void aClockThatWasMetTooLateStaysBreached() {
        ClockStory story = begun("2026-03-05T12:00:00Z", "business", "PT48H").met("2026-03-09T12:00:00Z");

        assertThat(story.figures().isBreached(Instant.parse("2026-03-10T00:00:00Z")))
                .isTrue();
        assertThat(story.clock().state()).isEqualTo(ClockState.MET);
    }

    @Test
    void aClockThatHasEndedCannotGoOn() {
        ClockStory story = begun("2026-03-05T12:00:00Z", "business", "PT48H").cancelled("2026-03-06T12:00:00Z");

        assertThatThrownBy(() -> story.met("2026-03-07T12:00:00Z"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is CANCELLED and cannot be ended");
    }
}
