package io.appeals.commands.intake;

import static io.appeals.commands.intake.FormErrors.NOW;
import static io.appeals.commands.intake.FormErrors.errorsOf;
import static io.appeals.commands.intake.FormErrors.tuple;

import io.appeals.schema.appeal.Assessment;
import io.appeals.schema.appeal.Automation;
import io.appeals.schema.appeal.ConsideredEvidence;
import io.appeals.schema.appeal.InformationSource;
import io.appeals.schema.appeal.MandateScope;
import io.appeals.schema.appeal.Outcome;
import io.appeals.schema.appeal.Remedy;
import io.appeals.schema.appeal.RepresentativeType;
import io.appeals.schema.appeal.RequestedItem;
import io.appeals.schema.appeal.RequirementLevel;
import io.appeals.schema.command.AppealCommand;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewFormTest {

    @Test
    void anAssessmentAcceptsOrRejects() {
        errorsOf(new AppealCommand.AssessEvidence("e-1", Assessment.PENDING, "Not yet."))
                .containsExactly(tuple("/assessment", "unknown"));
    }

    @Test
    void requestedItemsNameAKindAndALevel() {
        errorsOf(new AppealCommand.RequestInformation(
                        "q-1",
                        InformationSource.SELLER,
                        List.of(
                                new RequestedItem("INVOICE", RequirementLevel.REQUIRED, null),
                                new RequestedItem("letter", RequirementLevel.OPTIONAL, " ")),
                        "Please.",
                        null))
                .containsExactlyInAnyOrder(tuple("/items/1/kind", "format"), tuple("/items/1/note", "blank"));
    }

    @Test
    void evidenceIsWeighedOnceFromZeroToAHundred() {
        List<ConsideredEvidence> considered = List.of(
                new ConsideredEvidence("e-1", 100, "Decisive."),
                new ConsideredEvidence("e-1", 0, "Nothing."),
                new ConsideredEvidence("e-2", 101, "Too much."),
                new ConsideredEvidence("e-3", -1, " "));
        errorsOf(new AppealCommand.DecideAppeal(
                        Outcome.OVERTURNED,
                        "For these reasons.",
                        List.of(" "),
                        List.of(),
                        considered,
                        null,
                        Automation.NONE,
                        List.of(Remedy.FEE_CREDITED, Remedy.FEE_CREDITED)))
                .containsExactlyInAnyOrder(
                        tuple("/reasonCodes/0", "blank"),
                        tuple("/evidenceConsidered/1/evidenceId", "duplicate"),
                        tuple("/evidenceConsidered/2/weight", "out-of-range"),
                        tuple("/evidenceConsidered/3/weight", "out-of-range"),
                        tuple("/evidenceConsidered/3/why", "blank"),
                        tuple("/remedies/1", "duplicate"));
    }

    @Test
    void aMandateHasAScopeAndEndsAfterItBegins() {
        errorsOf(new AppealCommand.GrantMandate(
                        "m-1", "lawyer-1", RepresentativeType.LAWYER, List.of(), NOW, NOW, null))
                .containsExactlyInAnyOrder(tuple("/scopes", "required"), tuple("/validTo", "order"));
        errorsOf(new AppealCommand.GrantMandate(
                        "m-1",
                        "lawyer-1",
                        RepresentativeType.LAWYER,
                        List.of(MandateScope.READ, MandateScope.READ),
                        NOW,
                        NOW.plusMillis(1),
                        null))
                .containsExactly(tuple("/scopes/1", "duplicate"));
    }
}
