package io.appeals.commands.appeal;

import static io.appeals.commands.appeal.Given.anAppealDecided;
import static io.appeals.commands.appeal.Given.anAppealInExternalReview;
import static io.appeals.commands.appeal.Given.decided;
import static io.appeals.commands.appeal.Given.escalatedTo;
import static io.appeals.commands.appeal.Given.reviewStartedBy;
import static io.appeals.commands.appeal.Given.then;
import static io.appeals.commands.appeal.People.PLATFORM;
import static io.appeals.commands.appeal.People.SELLER;
import static io.appeals.commands.appeal.People.SUPERVISOR;
import static io.appeals.commands.appeal.Scenario.given;
import static io.appeals.commands.appeal.Scenario.the;
import static io.appeals.schema.appeal.Outcome.OVERTURNED;
import static io.appeals.schema.appeal.Outcome.PARTIALLY_OVERTURNED;
import static io.appeals.schema.appeal.Outcome.UPHELD;
import static io.appeals.schema.appeal.Remedy.FUNDS_RELEASED;
import static io.appeals.schema.appeal.Remedy.LISTING_REINSTATED;
import static io.appeals.schema.appeal.Stage.SUPERVISOR_REVIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.ClosureReason;
import io.appeals.schema.appeal.Remedy;
import io.appeals.schema.command.AppealCommand.AcceptDecision;
import io.appeals.schema.command.AppealCommand.ConfirmRemedy;
import io.appeals.schema.command.AppealCommand.RecordExternalOutcome;
import io.appeals.schema.event.AppealEvent.ExternalOutcomeRecorded;
import io.appeals.schema.event.AppealEvent.RemedyImplemented;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemedyTest {

    @Test
    void anExternalOutcomeClosesTheAppealAndOrdersItsRemedies() {
        var after = given(anAppealInExternalReview())
                .when(the(
                        new RecordExternalOutcome(OVERTURNED, "Heard both.", List.of(FUNDS_RELEASED), "X-1"), PLATFORM))
                .thenHappens(ExternalOutcomeRecorded.class)
                .andTheAppealIs(AppealStatus.CLOSED)
                .after()
                .state();
        assertThat(after.closureReason()).isEqualTo(ClosureReason.EXTERNAL_OUTCOME);
        assertThat(after.outcome()).isEqualTo(OVERTURNED);
        assertThat(after.remediesOrdered()).containsExactly(FUNDS_RELEASED);

        given(anAppealInExternalReview())
                .when(the(new RecordExternalOutcome(UPHELD, "Heard both.", List.of(FUNDS_RELEASED), null), PLATFORM))
                .thenRejected("remedy-without-ground");
    }

    @Test
    void whatWasOrderedIsConfirmedOnce() {
        Given ordered = anAppealDecided(PARTIALLY_OVERTURNED, LISTING_REINSTATED, FUNDS_RELEASED);
        given(ordered).when(the(confirm(LISTING_REINSTATED), PLATFORM)).thenHappens(RemedyImplemented.class);
        given(ordered).when(the(confirm(Remedy.FEE_CREDITED), PLATFORM)).thenRejected("remedy-not-ordered");
        given(ordered, then(confirm(LISTING_REINSTATED), PLATFORM))
                .when(the(confirm(LISTING_REINSTATED), PLATFORM))
                .thenRejected("remedy-already-implemented");
        given(ordered, then(confirm(LISTING_REINSTATED), PLATFORM), then(confirm(FUNDS_RELEASED), PLATFORM))
                .when(the(confirm(LISTING_REINSTATED), PLATFORM))
                .thenRejected("remedy-already-implemented");
    }

    @Test
    void aRemedyIsStillConfirmedAfterTheClosing() {
        given(anAppealDecided(OVERTURNED, LISTING_REINSTATED), then(new AcceptDecision(null), SELLER))
                .when(the(confirm(LISTING_REINSTATED), PLATFORM))
                .thenHappens(RemedyImplemented.class)
                .andTheAppealIs(AppealStatus.CLOSED);
    }

    @Test
    void aLaterDecisionReplacesWhatAnEarlierOneOrdered() {
        Given replaced = Given.all(
                anAppealDecided(PARTIALLY_OVERTURNED, LISTING_REINSTATED),
                escalatedTo(SUPERVISOR_REVIEW),
                reviewStartedBy(SUPERVISOR),
                decided(OVERTURNED, SUPERVISOR, FUNDS_RELEASED));
        given(replaced).when(the(confirm(LISTING_REINSTATED), PLATFORM)).thenRejected("remedy-not-ordered");
        given(replaced).when(the(confirm(FUNDS_RELEASED), PLATFORM)).thenHappens(RemedyImplemented.class);
    }

    private static ConfirmRemedy confirm(Remedy remedy) {
        return new ConfirmRemedy(remedy, null);
    }
}
