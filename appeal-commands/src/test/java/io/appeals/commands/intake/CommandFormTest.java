package io.appeals.commands.intake;

import static io.appeals.commands.intake.FormErrors.FORM;
import static io.appeals.commands.intake.FormErrors.NOW;
import static io.appeals.commands.intake.FormErrors.errorsOf;
import static io.appeals.commands.intake.FormErrors.required;
import static io.appeals.commands.intake.FormErrors.tuple;
import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.ActorType;
import io.appeals.schema.command.AppealCommand;
import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.result.FieldError;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class CommandFormTest {

    @Test
    void aCommandInTheRightFormHasNoErrors() {
        errorsOf(new AppealCommand.WithdrawAppeal("Settled elsewhere.")).isEmpty();
    }

    @Test
    void theEnvelopeIsChecked() {
        IssuedCommand issued = new IssuedCommand(
                "has a space",
                "not-a-uuid",
                -1L,
                new Actor(ActorType.REPRESENTATIVE, "lawyer 1", null, null),
                NOW,
                new AppealCommand.AcceptDecision(null));
        assertThat(FORM.check(issued))
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactlyInAnyOrder(
                        tuple("/commandId", "format"),
                        tuple("/appealId", "format"),
                        tuple("/expectedVersion", "out-of-range"),
                        tuple("/actor/id", "format"),
                        tuple("/actor/onBehalfOf", "required"),
                        tuple("/actor/mandateId", "required"));
    }

    @Test
    @SuppressWarnings(
            "NullAway") // a body that leaves fields out reaches the form as null, whatever the records promise
    void everythingThatIsMissingIsToldAtOnce() {
        assertThat(FORM.check(new IssuedCommand(null, null, null, null, null, null)))
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrder("/commandId", "/appealId", "/issuedAt", "/actor", "/type");
        errorsOf(new AppealCommand.OpenAppeal(null, null, null, null, null, null))
                .containsExactlyInAnyOrder(
                        required("/sellerId"),
                        required("/subject"),
                        required("/category"),
                        required("/statement"),
                        required("/desiredRemedies"));
        errorsOf(new AppealCommand.DecideAppeal(null, null, null, null, null, null, null, null))
                .containsExactlyInAnyOrder(
                        required("/outcome"),
                        required("/reasons"),
                        required("/reasonCodes"),
                        required("/policyReferences"),
                        required("/evidenceConsidered"),
                        required("/automation"),
                        required("/remedies"));
        errorsOf(new AppealCommand.GrantMandate(null, null, null, null, null, null, null))
                .containsExactlyInAnyOrder(
                        required("/mandateId"),
                        required("/representativeId"),
                        required("/representativeType"),
                        required("/scopes"),
                        required("/validFrom"),
                        required("/validTo"));
        errorsOf(new AppealCommand.SubmitAppeal(null)).containsExactly(required("/truthDeclaration"));
    }

    @Test
    void listsHoldNoGaps() {
        errorsOf(new AppealCommand.ProvideInformation("q-1", "Here.", Collections.singletonList(null)))
                .containsExactly(required("/evidenceIds/0"));
    }
}
