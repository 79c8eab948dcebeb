package io.appeals.projections.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.projections.history.AppealHistory;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.Assessment;
import io.appeals.schema.appeal.InformationSource;
import io.appeals.schema.appeal.Outcome;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.table.DecisionRow;
import io.appeals.schema.table.StatusRow;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Histories take one minute a step unless they pause. */
@DisplayName("What analysts need not work out themselves")
class ReadyTableFiguresTest {

    private final AppealHistory history = AppealHistory.of("S-1", "L-1");

    private static AppealView viewOf(AppealHistory history) {
        @Nullable AppealView view = null;
        for (RecordedEvent event : history.events()) {
            view = AppealViewFold.fold(view, event);
        }
        return Objects.requireNonNull(view);
    }

    private static StatusRow rowOf(AppealHistory history) {
        return AppealRows.statusOf(viewOf(history));
    }

    private static DecisionRow decisionOf(AppealHistory history) {
        return AppealRows.decisionOf(viewOf(history), history.last()).orElseThrow();
    }

    private static long minutes(int minutes) {
        return Duration.ofMinutes(minutes).toMillis();
    }

    private AppealHistory decidedTwice() {
        return history.enforced()
                .opened()
                .submitted()
                .reviewStartedBy("rita")
                .informationRequested("R-1", InformationSource.SELLER)
                .after(Duration.ofMinutes(119))
                .informationProvided("R-1", InformationSource.SELLER)
                .decidedBy("rita", Outcome.UPHELD)
                .after(Duration.ofMinutes(9))
                .escalated()
                .reviewStartedBy("sue")
                .decidedBy("sue", Outcome.OVERTURNED);
    }

    @Test
    void timesInStatusesAreThoseBetweenTheEventsThatBeganAndEndedThem() {
        StatusRow row = rowOf(decidedTwice().after(Duration.ofMinutes(4)).accepted());

        assertThat(row.appealableMillis()).isEqualTo(minutes(1));
        assertThat(row.draftMillis()).isEqualTo(minutes(1));
        assertThat(row.submittedMillis()).isEqualTo(minutes(1 + 1));
        assertThat(row.underReviewMillis()).isEqualTo(minutes(1 + 1 + 1));
        assertThat(row.awaitingSellerMillis()).isEqualTo(minutes(120));
        assertThat(row.awaitingThirdPartyMillis()).isZero();
        assertThat(row.decidedMillis()).isEqualTo(minutes(10 + 5));
        assertThat(row.externalReviewMillis()).isZero();
    }

    @Test
    void timesAtStagesLastUntilTheirDecisionWithTheWaitingInThem() {
        StatusRow row = rowOf(decidedTwice());

        assertThat(row.firstReviewMillis()).isEqualTo(minutes(1 + 1 + 120 + 1));
        assertThat(row.supervisorReviewMillis()).isEqualTo(minutes(1 + 1));
        assertThat(row.panelReviewMillis()).isZero();
        assertThat(row.rounds()).isEqualTo(2);
        assertThat(decisionOf(history).stageMillis()).isEqualTo(minutes(2));
    }

    @Test
    void whatHasPassedSinceTheLastEventIsNotInTheRow() {
        StatusRow row = rowOf(history.enforced().after(Duration.ofDays(20)));
        assertThat(row.appealableMillis()).isZero();
        assertThat(row.rounds()).isZero();
    }

    @Test
    void timeWhileItIsClosedCountsNowhere() {
        StatusRow row = rowOf(history.opened()
                .submitted()
                .withdrawn()
                .after(Duration.ofDays(3))
                .reopenedTo(AppealStatus.DRAFT)
                .submitted());
        assertThat(row.draftMillis()).isEqualTo(minutes(1 + 1));
        assertThat(row.submittedMillis()).isEqualTo(minutes(1));
        assertThat(row.rounds()).isEqualTo(1);
    }

    @Test
    void theFirstResponseIsTheFirstThatTheSellerIsTold() {
        history.enforced().opened().submitted().reviewStartedBy("rita");
        assertThat(rowOf(history).firstResponseAt()).isNull();
        assertThat(rowOf(history).firstResponseMillis()).isNull();

        history.informationRequested("R-1", InformationSource.SELLER);
        assertThat(rowOf(history).firstResponseAt()).isEqualTo(history.last().occurredAt());
        assertThat(rowOf(history).firstResponseMillis()).isEqualTo(minutes(2));

        StatusRow later = rowOf(
                history.informationProvided("R-1", InformationSource.SELLER).decidedBy("rita", Outcome.UPHELD));
        assertThat(later.firstResponseMillis()).isEqualTo(minutes(2));
    }

    @Test
    void evidenceIsCountedByWhatTheReviewerMadeOfIt() {
        StatusRow row = rowOf(history.opened()
                .evidenceAttached("e-1")
                .evidenceAttached("e-2")
                .evidenceAttached("e-3")
                .submitted()
                .reviewStartedBy("rita")
                .evidenceAssessed("e-1", "rita", Assessment.ACCEPTED)
                .evidenceAssessed("e-2", "rita", Assessment.REJECTED));
        assertThat(row.evidenceCount()).isEqualTo(3);
        assertThat(row.evidenceAccepted()).isEqualTo(1);
        assertThat(row.evidenceRejected()).isEqualTo(1);
    }
}
