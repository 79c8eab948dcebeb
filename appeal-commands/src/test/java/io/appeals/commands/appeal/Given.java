package io.appeals.commands.appeal;

import static io.appeals.commands.appeal.People.MANDATE;
import static io.appeals.commands.appeal.People.PLATFORM;
import static io.appeals.commands.appeal.People.REVIEWER;
import static io.appeals.commands.appeal.People.SELLER;
import static io.appeals.commands.appeal.People.SUPERVISOR;

import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.ActorType;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.InformationSource;
import io.appeals.schema.appeal.MandateScope;
import io.appeals.schema.appeal.Outcome;
import io.appeals.schema.appeal.Remedy;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.appeal.TruthDeclaration;
import io.appeals.schema.command.AppealCommand;
import io.appeals.schema.command.AppealCommand.AssignReviewer;
import io.appeals.schema.command.AppealCommand.EscalateAppeal;
import io.appeals.schema.command.AppealCommand.ReferExternally;
import io.appeals.schema.command.AppealCommand.StartReview;
import io.appeals.schema.command.AppealCommand.SubmitAppeal;
import java.time.Duration;
import java.util.List;

/** What has happened before: steps that a test puts in a row. Each brings the case to where it must be first. */
@FunctionalInterface
interface Given {

    void arrange(Case past);

    static Given nothing() {
        return past -> {};
    }

    static Given then(AppealCommand command, Actor by) {
        return past -> past.after(command, by);
    }

    static Given later(Duration duration) {
        return past -> past.later(duration);
    }

    static Given anEnforcement() {
        return then(WellFormed.enforcement(SELLER.id(), Case.SUBJECT), PLATFORM);
    }

    static Given aDraft() {
        return aDraft("SAFETY");
    }

    static Given aDraft(String category) {
        return then(WellFormed.opening(SELLER.id(), Case.SUBJECT, category), SELLER);
    }

    static Given evidence(String evidenceId, String kind) {
        return then(WellFormed.evidence(evidenceId, kind), SELLER);
    }

    static Given submitted() {
        return then(new SubmitAppeal(new TruthDeclaration(true, "Sally Seller")), SELLER);
    }

    static Given aSubmittedAppeal() {
        return all(aDraft(), submitted());
    }

    static Given reviewStartedBy(Actor reviewer) {
        return then(new StartReview(null), reviewer);
    }

    static Given reviewerAssigned(Actor reviewer) {
        return then(new AssignReviewer(reviewer.id(), null, null), PLATFORM);
    }

    static Given anAppealUnderReview() {
        return all(aSubmittedAppeal(), reviewStartedBy(REVIEWER));
    }

    static Given informationRequested(String requestId, InformationSource from) {
        return then(WellFormed.request(requestId, from), REVIEWER);
    }

    static Given decided(Outcome outcome, Actor by, Remedy... remedies) {
        return then(WellFormed.decision(outcome, by.id(), remedies), by);
    }

    static Given anAppealDecided(Outcome outcome, Remedy... remedies) {
        return all(anAppealUnderReview(), decided(outcome, REVIEWER, remedies));
    }

    static Given anAppealDecidedBy(Actor reviewer) {
        return all(anAppealUnderReview(), decided(Outcome.UPHELD, reviewer));
    }

    /** Escalated once from the stage below; everything before must have happened. */
    static Given escalatedTo(Stage stage) {
        return past -> {
            past.after(new EscalateAppeal("The invoice was not considered.", List.of()), SELLER);
            if (past.state().stage() != stage) {
                throw new AssertionError("escalated to " + past.state().stage() + ", not " + stage);
            }
        };
    }

    static Given anAppealDecidedByThePanel(Outcome outcome) {
        return all(
                anAppealDecidedBy(REVIEWER),
                escalatedTo(Stage.SUPERVISOR_REVIEW),
                reviewStartedBy(SUPERVISOR),
                decided(Outcome.UPHELD, SUPERVISOR),
                escalatedTo(Stage.PANEL_REVIEW),
                reviewStartedBy(People.OTHER_SUPERVISOR),
                decided(outcome, People.OTHER_SUPERVISOR));
    }

    static Given anAppealInExternalReview() {
        return all(
                anAppealDecidedByThePanel(Outcome.UPHELD),
                then(new ReferExternally("Dispute Settlement Body", null, null), SELLER));
    }

    /** A mandate for {@link People#LAWYER} from now on, for a year. */
    static Given aMandateFor(MandateScope... scopes) {
        return past -> past.after(
                new WellFormed(SELLER.id(), Case.SUBJECT, past.state(), SELLER, past.now(), "fresh")
                        .mandate(MANDATE, List.of(scopes)),
                SELLER);
    }

    static Given closed(AppealCommand command, Actor by) {
        return past -> {
            past.after(command, by);
            if (past.state().status() != AppealStatus.CLOSED) {
                throw new AssertionError(command.type() + " did not close the appeal");
            }
        };
    }

    static Given all(Given... steps) {
        return past -> List.of(steps).forEach(step -> step.arrange(past));
    }

    static Actor actor(ActorType type) {
        return switch (type) {
            case SELLER -> SELLER;
            case REPRESENTATIVE -> People.LAWYER;
            case REVIEWER -> People.OTHER_REVIEWER;
            case SUPERVISOR -> Actor.of(ActorType.SUPERVISOR, "sid");
            case PLATFORM -> PLATFORM;
            case SYSTEM -> People.SYSTEM;
        };
    }
}
