package io.appeals.commands.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.commands.appeal.TestCatalogue;
import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.ActorType;
import io.appeals.schema.appeal.AppealId;
import io.appeals.schema.appeal.Assessment;
import io.appeals.schema.appeal.Automation;
import io.appeals.schema.appeal.ConsideredEvidence;
import io.appeals.schema.appeal.InformationSource;
import io.appeals.schema.appeal.MandateScope;
import io.appeals.schema.appeal.MessageVisibility;
import io.appeals.schema.appeal.Money;
import io.appeals.schema.appeal.Outcome;
import io.appeals.schema.appeal.PlanOfAction;
import io.appeals.schema.appeal.Remedy;
import io.appeals.schema.appeal.RepresentativeType;
import io.appeals.schema.appeal.RequestedItem;
import io.appeals.schema.appeal.RequirementLevel;
import io.appeals.schema.appeal.Subject;
import io.appeals.schema.appeal.SubjectType;
import io.appeals.schema.appeal.TruthDeclaration;
import io.appeals.schema.command.AppealCommand;
import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.result.FieldError;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ListAssert;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandFormTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Actor SELLER = Actor.seller("seller-1");
    private static final Subject SUBJECT = Subject.of(SubjectType.LISTING, "listing-1");
    private static final String APPEAL_ID = AppealId.of("seller-1", SUBJECT);

    private final CommandForm form = new CommandForm(TestCatalogue.CATALOGUE);

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
        assertThat(form.check(issued))
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
        assertThat(form.check(new IssuedCommand(null, null, null, null, null, null)))
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
    void theAppealIdIsThatOfTheSellerAndSubject() {
        IssuedCommand issued = new IssuedCommand(
                "c-1",
                AppealId.of("seller-2", SUBJECT),
                null,
                Actor.seller("seller-2"),
                NOW,
                opening("seller-1", "SAFETY"));
        assertThat(form.check(issued)).singleElement().satisfies(error -> {
            assertThat(error.pointer()).isEqualTo("/appealId");
            assertThat(error.code()).isEqualTo("mismatch");
            assertThat(error.detail()).contains(APPEAL_ID);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a|b", "a b", "ä"})
    void aSellerIdHasNoOtherCharactersThanItsPattern(String sellerId) {
        errorsOf(opening(sellerId, "SAFETY")).contains(tuple("/sellerId", "format"));
    }

    @Test
    void aSellerIdHasAtMost64Characters() {
        assertThat(TextForm.SELLER_ID.matches("a".repeat(64))).isTrue();
        assertThat(TextForm.SELLER_ID.matches("a".repeat(65))).isFalse();
        assertThat(TextForm.SELLER_ID.matches("A1._:@-")).isTrue();
    }

    @Test
    void theCategoryIsInTheCatalogueAndFitsTheSubject() {
        errorsOf(opening("seller-1", "NONSENSE")).containsExactly(tuple("/category", "unknown"));
        errorsOf(opening("seller-1", "FEES")).containsExactly(tuple("/category", "not-applicable"));
        errorsOf(new AppealCommand.RecategorizeAppeal("NONSENSE", "Because."))
                .containsExactly(tuple("/category", "unknown"));
    }

    @Test
    void everyPartOfASubjectIsChecked() {
        Subject subject = new Subject(
                SubjectType.LISTING,
                " listing",
                List.of("order-1", "order-1"),
                IntStream.range(0, 101).mapToObj(i -> "t-" + i).toList(),
                List.of("a\nb"),
                new Money(new BigDecimal("-1"), "EUR"));
        errorsOf(new AppealCommand.RecordEnforcement(
                        "seller-1", null, subject, " ", "Terms", "Facts", null, null, null, NOW, NOW))
                .contains(
                        tuple("/subject/reference", "format"),
                        tuple("/subject/orderIds/1", "duplicate"),
                        tuple("/subject/transactionIds", "too-many"),
                        tuple("/subject/listingIds/0", "format"),
                        tuple("/subject/amount/value", "out-of-range"),
                        tuple("/restriction", "blank"),
                        tuple("/appealUntil", "order"));
    }

    @Test
    void textsAreNeitherBlankNorEndless() {
        errorsOf(new AppealCommand.EscalateAppeal("x".repeat(20_001), List.of()))
                .containsExactly(tuple("/grounds", "too-long"));
        errorsOf(new AppealCommand.EscalateAppeal("x".repeat(20_000), List.of()))
                .isEmpty();
        errorsOf(new AppealCommand.PostMessage("m-1", "\n\t ", MessageVisibility.ALL))
                .containsExactly(tuple("/body", "blank"));
        errorsOf(opening("seller-1", "SAFETY", new PlanOfAction("", "b", "c")))
                .containsExactly(tuple("/planOfAction/rootCause", "blank"));
    }

    @Test
    void anAmendmentChangesSomethingAndDoesNotContradictItself() {
        errorsOf(amendment(null, List.of())).containsExactly(tuple("", "required"));
        errorsOf(amendment(new Money(BigDecimal.ONE, "EUR"), List.of("amount", "statement")))
                .containsExactlyInAnyOrder(tuple("/amount", "conflict"), tuple("/remove", "unknown"));
        errorsOf(amendment(null, List.of("amount"))).isEmpty();
    }

    @Test
    void evidenceIsDescribedAsAFileIs() {
        errorsOf(new AppealCommand.AttachEvidence(
                        "e|1", "invoice", "../etc", "pdf", 0, "AB".repeat(32), "s3://a b", "q 1", " "))
                .containsExactlyInAnyOrder(
                        tuple("/evidenceId", "format"),
                        tuple("/kind", "format"),
                        tuple("/fileName", "format"),
                        tuple("/contentType", "format"),
                        tuple("/sizeBytes", "out-of-range"),
                        tuple("/sha256", "format"),
                        tuple("/location", "format"),
                        tuple("/requestId", "format"),
                        tuple("/description", "blank"));
        errorsOf(new AppealCommand.AttachEvidence(
                        "e-1",
                        "INVOICE",
                        "Rechnung Nr. 7 (März).pdf",
                        "text/plain; charset=utf-8",
                        1L << 30,
                        "ab".repeat(32),
                        "https://files.example/e-1?v=2",
                        "q-1",
                        "The invoice"))
                .isEmpty();
    }

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

    @Test
    void listsHoldNoGaps() {
        errorsOf(new AppealCommand.ProvideInformation("q-1", "Here.", Collections.singletonList(null)))
                .containsExactly(required("/evidenceIds/0"));
    }

    @Test
    void aTruthDeclarationNamesItsSigner() {
        errorsOf(new AppealCommand.SubmitAppeal(new TruthDeclaration(true, "")))
                .containsExactly(tuple("/truthDeclaration/signer", "blank"));
    }

    private ListAssert<Tuple> errorsOf(AppealCommand command) {
        List<FieldError> errors = form.check(new IssuedCommand("c-1", APPEAL_ID, null, SELLER, NOW, command));
        assertThat(errors)
                .extracting(FieldError::detail)
                .allSatisfy(detail -> assertThat(detail).isNotBlank());
        return assertThat(errors.stream()
                .filter(error -> !error.pointer().equals("/appealId"))
                .map(error -> tuple(error.pointer(), error.code()))
                .toList());
    }

    private static Tuple required(String pointer) {
        return tuple(pointer, "required");
    }

    private static Tuple tuple(String pointer, String code) {
        return Tuple.tuple(pointer, code);
    }

    private static AppealCommand opening(String sellerId, String category) {
        return new AppealCommand.OpenAppeal(sellerId, SUBJECT, category, "The listing is fine.", null, List.of());
    }

    private static AppealCommand opening(String sellerId, String category, PlanOfAction plan) {
        return new AppealCommand.OpenAppeal(sellerId, SUBJECT, category, "The listing is fine.", plan, List.of());
    }

    private static AppealCommand amendment(@Nullable Money amount, List<String> remove) {
        return new AppealCommand.AmendAppeal(null, null, null, null, null, null, null, amount, remove);
    }
}
