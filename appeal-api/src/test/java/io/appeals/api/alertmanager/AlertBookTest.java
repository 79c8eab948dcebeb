package io.appeals.api.alertmanager;

import static io.appeals.api.alertmanager.Alerts.breach;
import static io.appeals.api.alertmanager.Alerts.recovery;
import static io.appeals.api.alertmanager.Alerts.warning;
import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.api.alertmanager.ClockCheck.Standing;
import io.appeals.schema.table.SlaAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlertBookTest {

    private static final Instant GIVEN = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant LATER = GIVEN.plus(Duration.ofHours(5));

    private final AlertBook book = new AlertBook();
    private Optional<Standing> clock = Optional.of(new Standing(true, false, null, null, Set.of("50%", "75%")));

    private List<OpenAlert> given(SlaAlert alert) {
        return book.take(alert, GIVEN, true);
    }

    private List<OpenAlert> readAgain(SlaAlert alert) {
        return book.take(alert, GIVEN, false);
    }

    private List<OpenAlert> review(Instant now) {
        return book.review(_ -> clock, now);
    }

    private void clockEnded(boolean breachStays, Instant at, String by) {
        clock = Optional.of(new Standing(false, breachStays, at, by, Set.of("50%", "75%")));
    }

    @Test
    void whatIsGivenIsPostedAndRenewedAsLongAsItIsOpen() {
        assertThat(given(warning("a", "decision", "75%"))).singleElement().satisfies(posted -> {
            assertThat(posted.isOpen()).isTrue();
            assertThat(posted.startsAt()).isEqualTo(GIVEN);
        });

        assertThat(review(LATER))
                .singleElement()
                .satisfies(renewed -> assertThat(renewed.isOpen()).isTrue());
        assertThat(book.open()).isEqualTo(1);
    }

    @Test
    void aRecoveryEndsAllOfItsClockUnderTheirOwnLabels() {
        given(warning("a", "decision", "75%"));
        given(breach("a", "decision"));
        given(breach("b", "decision"));

        List<OpenAlert> ended = book.take(recovery("a", "decision", "ANOTHER_CATEGORY"), LATER, true);

        assertThat(ended).hasSize(2).allSatisfy(open -> {
            assertThat(open.alert().category()).isEqualTo("PRODUCT_SAFETY");
            assertThat(open.over())
                    .isEqualTo(new OpenAlert.Over(LATER, "sla.recovered", "sla.recovered|a|decision|100%", LATER));
        });
        assertThat(book.open()).isEqualTo(1);
    }

    @Test
    void aRecoveryFromWhatIsNotKnownAnyMoreIsPostedToo() {
        assertThat(book.take(recovery("a", "decision", "X"), LATER, true))
                .singleElement()
                .satisfies(ended -> {
                    assertThat(ended.isWarning()).isFalse();
                    assertThat(ended.isOpen()).isFalse();
                });
    }

    @Test
    void aWarningEndsWithItsClock() {
        given(warning("a", "decision", "75%"));
        clockEnded(false, GIVEN.plusSeconds(60), "AppealDecided");

        assertThat(review(GIVEN.plusSeconds(90)))
                .singleElement()
                .satisfies(ended -> assertThat(ended.over())
                        .isEqualTo(new OpenAlert.Over(
                                GIVEN.plusSeconds(60), "AppealDecided", null, GIVEN.plusSeconds(90))));
    }

    @Test
    void aWarningEndsWhenTheClockHasMoreTime() {
        given(warning("a", "decision", "75%"));
        clock = Optional.of(new Standing(true, false, null, null, Set.of()));

        assertThat(review(LATER))
                .singleElement()
                .satisfies(ended -> assertThat(ended.isOpen()).isFalse());
    }

    @Test
    void aBreachWaitsForItsRecoveryUnlessTheClockEndedWithIt() {
        given(breach("a", "seller_response"));
        clockEnded(false, LATER, "InformationProvided");
        assertThat(review(LATER))
                .singleElement()
                .satisfies(open -> assertThat(open.isOpen()).isTrue());

        clockEnded(true, LATER, "AppealLapsed");
        assertThat(review(LATER))
                .singleElement()
                .satisfies(ended ->
                        assertThat(ended.over()).isEqualTo(new OpenAlert.Over(LATER, "AppealLapsed", null, LATER)));
    }

    @Test
    void whatIsOverIsPostedForAWhileAndThenForgotten() {
        given(breach("a", "decision"));
        book.take(recovery("a", "decision", "X"), LATER, true);

        assertThat(review(LATER.plus(AlertBook.LAST_WORDS))).hasSize(1);
        assertThat(review(LATER.plus(AlertBook.LAST_WORDS).plusSeconds(1))).isEmpty();
    }

    @Test
    void whatIsOnlyReadAgainIsNotRenewedBeforeItIsKnownToBeOpen() {
        readAgain(warning("a", "decision", "75%"));
        Optional<Standing> known = clock;
        clock = Optional.empty();
        assertThat(review(LATER)).isEmpty();

        clock = known;
        assertThat(review(LATER)).hasSize(1);
    }

    @Test
    void whatEndedWhileNobodyWasHereIsPostedAsLongAsAnAlertmanagerMayHoldOnToIt() {
        clockEnded(false, GIVEN.plusSeconds(60), "AppealDecided");
        readAgain(warning("a", "decision", "75%"));
        assertThat(review(LATER)).hasSize(1);

        readAgain(warning("b", "decision", "75%"));
        assertThat(review(GIVEN.plusSeconds(61).plus(PostedAlert.UNLESS_RENEWED)))
                .isEmpty();
    }

    @Test
    void theSameSaidAgainIsOneAlert() {
        given(warning("a", "decision", "75%"));
        given(warning("a", "decision", "75%"));
        given(warning("a", "decision", "50%"));

        assertThat(review(LATER)).hasSize(2);
    }
}
