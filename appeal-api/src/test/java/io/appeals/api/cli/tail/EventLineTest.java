package io.appeals.api.cli.tail;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.ActorType;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.ClosureReason;
import io.appeals.schema.appeal.Money;
import io.appeals.schema.appeal.Priority;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.appeal.Subject;
import io.appeals.schema.appeal.SubjectType;
import io.appeals.schema.event.AppealEvent;
import io.appeals.schema.event.RecordedEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventLineTest {

    @Test
    void aLineTellsWhenWhatHowItStandsAndWhoDidIt() {
        String line = EventLine.of(recorded(
                new AppealEvent.ReviewerAssigned("R-7", null, Priority.HIGH),
                Actor.of(ActorType.SUPERVISOR, "V-1"),
                AppealStatus.SUBMITTED,
                null));

        assertThat(line.replaceAll(" +", " "))
                .isEqualTo("2026-03-01 09:30:00 a-1 v4 ReviewerAssigned SUBMITTED S-1 by SUPERVISOR V-1"
                        + " reviewerId=R-7, priority=HIGH");
    }

    @Test
    void aRepresentativeIsShownWithTheSellerActedFor() {
        String line = EventLine.of(recorded(
                new AppealEvent.EvidenceRemoved("E-1"),
                Actor.representative("lawyer", "S-1", "M-1"),
                AppealStatus.DRAFT,
                null));

        assertThat(line).contains("by REPRESENTATIVE lawyer for S-1");
    }

    @Test
    void aClosedAppealShowsWhy() {
        String line = EventLine.of(recorded(
                new AppealEvent.AppealClosed(ClosureReason.ACCEPTED, null),
                Actor.seller("S-1"),
                AppealStatus.CLOSED,
                ClosureReason.ACCEPTED));

        assertThat(line).contains("CLOSED ACCEPTED");
    }

    @Test
    void detailsWithinDetailsAreToldByTheirValues() {
        Subject subject = new Subject(
                SubjectType.FUNDS,
                "F-1",
                List.of("O-1", "O-2"),
                List.of(),
                List.of(),
                new Money(new BigDecimal("12.50"), "EUR"));
        String line = EventLine.of(recorded(
                new AppealEvent.AppealOpened(subject, "FUNDS_HELD", "Why?", null, List.of(), Instant.EPOCH),
                Actor.seller("S-1"),
                AppealStatus.DRAFT,
                null));

        assertThat(line).contains("subject=FUNDS F-1 O-1; O-2 12.50 EUR, category=FUNDS_HELD, statement=Why?");
    }

    @Test
    void longTextsAreCutAndKeptOnOneLine() {
        String line = EventLine.of(recorded(
                new AppealEvent.AppealRejected("first line\nsecond line " + "x".repeat(500)),
                Actor.of(ActorType.REVIEWER, "R-1"),
                AppealStatus.CLOSED,
                ClosureReason.INADMISSIBLE));

        assertThat(line)
                .contains("reason=first line second line xxx")
                .endsWith("x…")
                .doesNotContain("\n");
        assertThat(line.length()).isLessThan(250);
    }

    private static RecordedEvent recorded(
            AppealEvent event, Actor actor, AppealStatus status, @Nullable ClosureReason closureReason) {
        Instant at = Instant.parse("2026-03-01T09:30:00Z");
        return new RecordedEvent(
                "e-4",
                "a-1",
                "S-1",
                4,
                at,
                at,
                "c-4",
                "digest",
                actor,
                status,
                Stage.FIRST_REVIEW,
                closureReason,
                event);
    }
}
