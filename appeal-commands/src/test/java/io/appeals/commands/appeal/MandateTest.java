package io.appeals.commands.appeal;

import static io.appeals.commands.appeal.Given.aDraft;
import static io.appeals.commands.appeal.Given.aMandateFor;
import static io.appeals.commands.appeal.Given.anEnforcement;
import static io.appeals.commands.appeal.Given.nothing;
import static io.appeals.commands.appeal.Given.then;
import static io.appeals.commands.appeal.People.LAWYER;
import static io.appeals.commands.appeal.People.MANDATE;
import static io.appeals.commands.appeal.People.SELLER;
import static io.appeals.commands.appeal.Scenario.a;
import static io.appeals.commands.appeal.Scenario.given;
import static io.appeals.commands.appeal.Scenario.the;
import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.MandateScope;
import io.appeals.schema.appeal.RepresentativeType;
import io.appeals.schema.command.AppealCommand;
import io.appeals.schema.command.AppealCommand.AmendAppeal;
import io.appeals.schema.command.AppealCommand.AttachEvidence;
import io.appeals.schema.command.AppealCommand.GrantMandate;
import io.appeals.schema.command.AppealCommand.OpenAppeal;
import io.appeals.schema.command.AppealCommand.PostMessage;
import io.appeals.schema.command.AppealCommand.ReopenAppeal;
import io.appeals.schema.command.AppealCommand.RevokeMandate;
import io.appeals.schema.command.AppealCommand.SubmitAppeal;
import io.appeals.schema.command.AppealCommand.WithdrawAppeal;
import io.appeals.schema.event.AppealEvent.AppealOpened;
import io.appeals.schema.event.AppealEvent.AppealReopened;
import io.appeals.schema.event.AppealEvent.AppealSubmitted;
import io.appeals.schema.event.AppealEvent.MandateGranted;
import io.appeals.schema.event.AppealEvent.MandateRevoked;
import io.appeals.schema.result.RejectionType;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MandateTest {

    private static final RevokeMandate REVOKE = new RevokeMandate(MANDATE, null);

    @Test
    void theSellerGrantsAMandateAndRevokesItOnce() {
        given(aDraft()).when(a(GrantMandate.class, SELLER)).thenHappens(MandateGranted.class);
        given(aDraft(), aMandateFor(MandateScope.READ))
                .when(the(REVOKE, SELLER))
                .thenHappens(MandateRevoked.class);
        given(aDraft(), aMandateFor(MandateScope.READ), then(REVOKE, SELLER))
                .when(the(REVOKE, SELLER))
                .thenRejected("mandate-already-revoked");
        given(aDraft(), aMandateFor(MandateScope.READ))
                .when(the(new RevokeMandate("mandate-9", null), SELLER))
                .thenRejected("mandate-unknown");
        given(aDraft()).when(the(REVOKE, SELLER)).thenRejected("mandate-unknown");
    }

    @Test
    void mandateIdsAreUniqueInACase() {
        given(aDraft(), aMandateFor(MandateScope.READ))
                .when(the(mandate(MANDATE, Case.BEGINNING, Case.BEGINNING.plus(Duration.ofDays(9))), SELLER))
                .thenRejected("mandate-exists");
    }

    @Test
    void aMandateIsNotGrantedForThePast() {
        given(aDraft())
                .when(the(mandate("m", Case.BEGINNING.minusSeconds(9), Case.BEGINNING.plusSeconds(9)), SELLER))
                .thenRejected("deadline-in-the-past");
    }

    @Test
    void aCaseHoldsOnlySoManyMandates() {
        Given[] full = new Given[Case.POLICY.mandatesAtMost() + 1];
        full[0] = aDraft();
        for (int i = 1; i < full.length; i++) {
            full[i] = then(mandate("m-" + i, Case.BEGINNING, Case.BEGINNING.plus(Duration.ofDays(99))), SELLER);
        }
        given(full).when(a(GrantMandate.class, SELLER)).thenRejected("mandate-limit");
    }

    @Test
    void aRepresentativeOpensAnAppealOnceTheSellerHasGrantedItOnTheEnforcement() {
        given(anEnforcement(), aMandateFor(MandateScope.DRAFT))
                .when(a(OpenAppeal.class, LAWYER))
                .thenHappens(AppealOpened.class);
        given(anEnforcement()).when(a(OpenAppeal.class, LAWYER)).thenRejected(RejectionType.NOT_FOUND);
        given(nothing()).when(a(OpenAppeal.class, LAWYER)).thenRejected(RejectionType.NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource({
        "AmendAppeal, DRAFT",
        "AttachEvidence, DRAFT",
        "RemoveEvidence, DRAFT",
        "SubmitAppeal, SUBMIT",
        "WithdrawAppeal, WITHDRAW",
        "PostMessage, DRAFT"
    })
    void eachStepOfARepresentativeOnADraftNeedsItsScope(String command, MandateScope needed) {
        Class<? extends AppealCommand> kind = kind(command);
        Given draft = Given.all(aDraft(), Given.evidence("e-1", "INVOICE"));
        assertThat(given(draft, aMandateFor(MandateScope.READ, needed))
                        .when(a(kind, LAWYER))
                        .decision())
                .isInstanceOf(Decision.Accepted.class);
        MandateScope[] others = Arrays.stream(MandateScope.values())
                .filter(scope -> scope != needed)
                .toArray(MandateScope[]::new);
        if (kind != PostMessage.class) {
            given(draft, aMandateFor(others)).when(a(kind, LAWYER)).thenForbidden("mandate-scope-missing");
        }
        given(draft, aMandateFor(MandateScope.READ)).when(a(kind, LAWYER)).thenForbidden("mandate-scope-missing");
    }

    @Test
    void evidenceAfterTheSubmissionNeedsTheScopeToRespond() {
        Given submitted = Given.aSubmittedAppeal();
        given(submitted, aMandateFor(MandateScope.DRAFT))
                .when(a(AttachEvidence.class, LAWYER))
                .thenForbidden("mandate-scope-missing");
        assertThat(given(submitted, aMandateFor(MandateScope.RESPOND))
                        .when(a(AttachEvidence.class, LAWYER))
                        .decision())
                .isInstanceOf(Decision.Accepted.class);
    }

    @ParameterizedTest
    @CsvSource({
        "DECIDED, AcceptDecision, WITHDRAW",
        "DECIDED, EscalateAppeal, ESCALATE",
        "DECIDED, WithdrawAppeal, WITHDRAW",
        "AWAITING_SELLER, ProvideInformation, RESPOND",
        "AWAITING_SELLER, AttachEvidence, RESPOND"
    })
    void eachLaterStepOfARepresentativeNeedsItsScope(Place place, String command, MandateScope needed) {
        for (MandateScope scope : MandateScope.values()) {
            Case reached = place.reach();
            Actor helper = Actor.representative("helper", SELLER.id(), "mandate-2");
            reached.after(mandate(helper, scope), SELLER);
            var wellFormed =
                    new WellFormed(SELLER.id(), Case.SUBJECT, reached.state(), helper, reached.now(), "fresh-id");
            Decision decision = reached.send(reached.issued(wellFormed.command(kind(command)), helper, null));
            assertThat(decision instanceof Decision.Accepted)
                    .as(command + " with " + scope)
                    .isEqualTo(scope == needed);
        }
    }

    @Test
    void reopeningNeedsTheScopeToSubmit() {
        Given withdrawn = Given.closed(new WithdrawAppeal("Settled elsewhere."), SELLER);
        given(aDraft(), aMandateFor(MandateScope.SUBMIT), withdrawn)
                .when(a(ReopenAppeal.class, LAWYER))
                .thenHappens(AppealReopened.class);
        given(aDraft(), aMandateFor(MandateScope.DRAFT, MandateScope.WITHDRAW), withdrawn)
                .when(a(ReopenAppeal.class, LAWYER))
                .thenForbidden("mandate-scope-missing");
    }

    @Test
    void aMandateHoldsFromItsFirstInstantUpToItsLast() {
        Instant from = Case.BEGINNING.plus(Duration.ofDays(2));
        Instant to = from.plus(Duration.ofDays(2));
        Given granted = Given.all(aDraft(), then(mandate(MANDATE, from, to), SELLER));
        given(granted)
                .at(from.minusMillis(1))
                .when(a(SubmitAppeal.class, LAWYER))
                .thenForbidden("mandate-not-yet-valid");
        given(granted).at(from).when(a(SubmitAppeal.class, LAWYER)).thenHappens(AppealSubmitted.class);
        given(granted).at(to.minusMillis(1)).when(a(SubmitAppeal.class, LAWYER)).thenHappens(AppealSubmitted.class);
        given(granted).at(to).when(a(SubmitAppeal.class, LAWYER)).thenForbidden("mandate-expired");
    }

    @Test
    void aRevokedMandateIsWorthNothing() {
        var rejection = given(aDraft(), aMandateFor(MandateScope.values()), then(REVOKE, SELLER))
                .when(a(AmendAppeal.class, LAWYER))
                .thenForbidden("mandate-revoked");
        assertThat(rejection.allowedActions()).isEmpty();
        assertThat(rejection.currentVersion()).isNull();
    }

    @Test
    void aMandateIsForOneRepresentativeAndOneSeller() {
        Given granted = Given.all(aDraft(), aMandateFor(MandateScope.values()));
        given(granted)
                .when(a(WithdrawAppeal.class, Actor.representative("somebody-else", SELLER.id(), MANDATE)))
                .thenRejected(RejectionType.NOT_FOUND);
        given(granted)
                .when(a(WithdrawAppeal.class, Actor.representative(LAWYER.id(), "seller-2", MANDATE)))
                .thenRejected(RejectionType.NOT_FOUND);
        given(granted)
                .when(a(WithdrawAppeal.class, Actor.representative(LAWYER.id(), SELLER.id(), "mandate-2")))
                .thenRejected(RejectionType.NOT_FOUND);
    }

    @Test
    void aRepresentativeNeitherGrantsNorRevokesMandates() {
        given(aDraft(), aMandateFor(MandateScope.values()))
                .when(a(GrantMandate.class, LAWYER))
                .thenForbidden("wrong-role");
    }

    private static Class<? extends AppealCommand> kind(String name) {
        return WellFormed.kinds().stream()
                .filter(kind -> kind.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static GrantMandate mandate(Actor holder, MandateScope scope) {
        return new GrantMandate(
                String.valueOf(holder.mandateId()),
                holder.id(),
                RepresentativeType.SUPPORT,
                List.of(scope),
                Case.BEGINNING,
                Case.BEGINNING.plus(Duration.ofDays(99)),
                null);
    }

    private static GrantMandate mandate(String mandateId, Instant from, Instant to) {
        return new GrantMandate(
                mandateId,
                LAWYER.id(),
                RepresentativeType.LAWYER,
                List.of(MandateScope.values()),
                from,
                to,
                "https://files.example/power-of-attorney.pdf");
    }
}
