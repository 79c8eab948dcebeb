package io.appeals.projections.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.projections.history.AppealHistory;
import io.appeals.projections.history.RandomHistory;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.table.DecisionRow;
import io.appeals.schema.table.StatusRow;
import io.appeals.schema.wire.RecordCodec;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What must hold of every view after every event of every history. */
class RandomHistoriesFoldTest {

    private static final RecordCodec<AppealView> VIEWS = RecordCodec.of(AppealView.class);

    @RepeatedTest(300)
    void everyViewAgreesWithTheEventThatLedToIt(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        RandomHistory history = new RandomHistory(new Random(seed), AppealHistory.of("seller-" + seed, "L-" + seed));
        AppealView view = null;
        int decisions = 0;
        for (int i = 0; i < 60 && history.step(); i++) {
            RecordedEvent event = history.history().last();
            view = AppealViewFold.fold(view, event);
            StatusRow row = AppealRows.statusOf(view);
            decisions += AppealRows.decisionOf(view, event).isPresent() ? 1 : 0;

            String where = "seed " + seed + " after " + event.event().type() + " at version " + event.version();
            assertThat(view.version()).as(where).isEqualTo(event.version());
            assertThat(view.status()).as(where).isEqualTo(event.status());
            assertThat(view.closure() != null).as(where).isEqualTo(event.status() == AppealStatus.CLOSED);
            assertThat(view.milestones().closedAt() != null).as(where).isEqualTo(event.status() == AppealStatus.CLOSED);
            assertThat(view.deadlines().respondBy() != null)
                    .as(where)
                    .isEqualTo(event.status() == AppealStatus.AWAITING_SELLER
                            || event.status() == AppealStatus.AWAITING_THIRD_PARTY);
            assertThat(view.deadlines().escalateBy() != null)
                    .as(where)
                    .isEqualTo(event.status() == AppealStatus.DECIDED);
            assertThat(row.outcome() != null).as(where).isEqualTo(decisions > 0);
            assertThat(VIEWS.decode(VIEWS.encode(view))).as(where).isEqualTo(view);
        }
    }

    @RepeatedTest(50)
    void allTimeThatAnAppealIsOpenIsInOneStatusAndThatOfItsReviewsAtOneStage(RepetitionInfo repetition) {
        long seed = 20_000L + repetition.getCurrentRepetition();
        RandomHistory history = new RandomHistory(new Random(seed), AppealHistory.of("seller-1", "L-" + seed));
        AppealView view = null;
        long open = 0;
        for (int i = 0; i < 60 && history.step(); i++) {
            RecordedEvent event = history.history().last();
            if (view != null && view.status() != AppealStatus.CLOSED) {
                open += Duration.between(view.milestones().updatedAt(), event.occurredAt())
                        .toMillis();
            }
            view = AppealViewFold.fold(view, event);
            TimeSpent spent = view.timeSpent();
            long reviewed =
                    spent.submitted() + spent.underReview() + spent.awaitingSeller() + spent.awaitingThirdParty();
            assertThat(spent.appealable() + spent.draft() + reviewed + spent.decided() + spent.externalReview())
                    .as("seed %d", seed)
                    .isEqualTo(open);
            assertThat(spent.firstReview() + spent.supervisorReview() + spent.panelReview())
                    .as("seed %d", seed)
                    .isEqualTo(reviewed);
        }
    }

    @RepeatedTest(20)
    void everyDecisionIsARowOfItsOwn(RepetitionInfo repetition) {
        long seed = 10_000L + repetition.getCurrentRepetition();
        RandomHistory history = new RandomHistory(new Random(seed), AppealHistory.of("seller-1", "L-" + seed));
        AppealView view = null;
        for (int i = 0; i < 60 && history.step(); i++) {
            RecordedEvent event = history.history().last();
            view = AppealViewFold.fold(view, event);
            for (DecisionRow row : AppealRows.decisionOf(view, event).stream().toList()) {
                assertThat(row.decisionId()).as("seed %d", seed).isEqualTo(event.eventId());
                assertThat(row.version()).as("seed %d", seed).isEqualTo(event.version());
                assertThat(row.outcome()).as("seed %d", seed).isEqualTo(view.latestOutcome());
            }
        }
    }
}
