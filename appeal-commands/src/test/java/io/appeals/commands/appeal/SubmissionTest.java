package io.appeals.commands.appeal;

import static io.appeals.commands.appeal.Given.aDraft;
import static io.appeals.commands.appeal.Given.aSubmittedAppeal;
import static io.appeals.commands.appeal.Given.evidence;
import static io.appeals.commands.appeal.Given.later;
import static io.appeals.commands.appeal.People.SELLER;
import static io.appeals.commands.appeal.Scenario.a;
import static io.appeals.commands.appeal.Scenario.given;
import static io.appeals.commands.appeal.Scenario.the;
import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.TruthDeclaration;
import io.appeals.schema.command.AppealCommand.AmendAppeal;
import io.appeals.schema.command.AppealCommand.AttachEvidence;
import io.appeals.schema.command.AppealCommand.RemoveEvidence;
import io.appeals.schema.command.AppealCommand.SubmitAppeal;
import io.appeals.schema.event.AppealEvent.AppealSubmitted;
import io.appeals.schema.result.RejectionType;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SubmissionTest {

    private static final SubmitAppeal SUBMIT = new SubmitAppeal(new TruthDeclaration(true, "Sally Seller"));

    @Test
    void aSubmissionRecordsTheCatalogueItWasCheckedAgainstAndItsEvidence() {
        given(aDraft("AUTHENTICITY"), evidence("e-1", "INVOICE"))
                .when(the(SUBMIT, SELLER))
                .thenHappens(AppealSubmitted.class, event -> {
                    assertThat(event.category()).isEqualTo("AUTHENTICITY");
                    assertThat(event.catalogueVersion()).isEqualTo(TestCatalogue.VERSION);
                    assertThat(event.evidenceIds()).containsExactly("e-1");
                })
                .andTheAppealIs(AppealStatus.SUBMITTED);
    }

    @Test
    void whatACategoryRequiresMustBeThere() {
        var rejection = given(aDraft("AUTHENTICITY")).when(the(SUBMIT, SELLER)).thenRejected("evidence-required");
        assertThat(rejection.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.detail()).contains("INVOICE", "LETTER"));
        assertThat(rejection.allowedActions()).contains("AttachEvidence").doesNotContain("SubmitAppeal");

        given(aDraft("QUALITY")).when(the(SUBMIT, SELLER)).thenRejected("plan-of-action-required");
    }

    @Test
    void anAlternativeStandsInForWhatIsRequired() {
        given(aDraft("AUTHENTICITY"), evidence("e-1", "LETTER"))
                .when(the(SUBMIT, SELLER))
                .thenHappens(AppealSubmitted.class);
    }

    @Test
    void theTruthMustBeDeclared() {
        given(aDraft())
                .when(the(new SubmitAppeal(new TruthDeclaration(false, "Sally Seller")), SELLER))
                .thenRejected("truth-declaration-required");
    }

    @Test
    void aDraftIsFrozenOnceItsWindowIsOver() {
        Given late = Given.all(aDraft(), evidence("e-1", "INVOICE"), later(Duration.ofDays(30)));
        given(late).when(the(SUBMIT, SELLER)).thenRejected("window-over");
        given(late).when(a(AmendAppeal.class, SELLER)).thenRejected("window-over");
        given(late).when(a(AttachEvidence.class, SELLER)).thenRejected("window-over");
        given(late).when(a(RemoveEvidence.class, SELLER)).thenRejected("window-over");
    }

    @Test
    void whatIsSubmittedCannotBeAmended() {
        var rejection = given(aSubmittedAppeal())
                .when(a(AmendAppeal.class, SELLER))
                .thenRejected(RejectionType.INVALID_TRANSITION);
        assertThat(rejection.detail()).contains("SUBMITTED", "DRAFT");
        assertThat(rejection.currentVersion()).isEqualTo(2);
    }
}
