package io.appeals.commands.appeal;

import static io.appeals.commands.appeal.Given.all;
import static io.appeals.commands.appeal.People.REVIEWER;
import static io.appeals.commands.appeal.People.SELLER;
import static io.appeals.commands.appeal.People.SUPERVISOR;
import static io.appeals.schema.appeal.Outcome.PARTIALLY_OVERTURNED;
import static io.appeals.schema.appeal.Outcome.UPHELD;
import static io.appeals.schema.appeal.Remedy.LISTING_REINSTATED;

import io.appeals.schema.appeal.InformationSource;
import io.appeals.schema.appeal.MandateScope;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.command.AppealCommand.AcceptDecision;
import io.appeals.schema.command.AppealCommand.ReferExternally;
import io.appeals.schema.command.AppealCommand.WithdrawAppeal;

/** Where a case can be, in the words of the contract's 'from', each with a piece of evidence and a mandate with all scopes. */
@SuppressWarnings("ImmutableEnumChecker") // its steps are functions without state
enum Place {
    NEW(Given.nothing()),
    APPEALABLE(all(Given.anEnforcement(), Given.aMandateFor(MandateScope.values()))),
    DRAFT(all(Given.aDraft(), Given.evidence("evidence-1", "INVOICE"), Given.aMandateFor(MandateScope.values()))),
    SUBMITTED(all(DRAFT.past, Given.submitted())),
    UNDER_REVIEW(all(SUBMITTED.past, Given.reviewStartedBy(REVIEWER))),
    AWAITING_SELLER(all(UNDER_REVIEW.past, Given.informationRequested("request-1", InformationSource.SELLER))),
    AWAITING_THIRD_PARTY(
            all(UNDER_REVIEW.past, Given.informationRequested("request-1", InformationSource.THIRD_PARTY))),
    DECIDED(all(UNDER_REVIEW.past, Given.decided(PARTIALLY_OVERTURNED, REVIEWER, LISTING_REINSTATED))),
    UNDER_REVIEW_ABOVE(
            all(DECIDED.past, Given.escalatedTo(Stage.SUPERVISOR_REVIEW), Given.reviewStartedBy(SUPERVISOR))),
    DECIDED_BY_PANEL(all(
            UNDER_REVIEW_ABOVE.past,
            Given.decided(UPHELD, SUPERVISOR),
            Given.escalatedTo(Stage.PANEL_REVIEW),
            Given.reviewStartedBy(SUPERVISOR),
            Given.decided(PARTIALLY_OVERTURNED, People.OTHER_SUPERVISOR, LISTING_REINSTATED))),
    EXTERNAL_REVIEW(
            all(DECIDED_BY_PANEL.past, Given.then(new ReferExternally("Dispute Settlement Body", null, null), SELLER))),
    CLOSED_WITHDRAWN(all(UNDER_REVIEW.past, Given.closed(new WithdrawAppeal("Settled elsewhere."), SELLER))),
    CLOSED_ACCEPTED(all(DECIDED.past, Given.closed(new AcceptDecision(null), SELLER)));

    private final Given past;

    Place(Given past) {
        this.past = past;
    }

    Case reach() {
        Case reached = new Case();
        past.arrange(reached);
        return reached;
    }
}
