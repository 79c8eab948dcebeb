package io.appeals.commands.intake;

import static io.appeals.commands.intake.FormErrors.APPEAL_ID;
import static io.appeals.commands.intake.FormErrors.FORM;
import static io.appeals.commands.intake.FormErrors.NOW;
import static io.appeals.commands.intake.FormErrors.SUBJECT;
import static io.appeals.commands.intake.FormErrors.errorsOf;
import static io.appeals.commands.intake.FormErrors.tuple;
import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.AppealId;
import io.appeals.schema.appeal.MessageVisibility;
import io.appeals.schema.appeal.Money;
import io.appeals.schema.appeal.PlanOfAction;
import io.appeals.schema.appeal.Subject;
import io.appeals.schema.appeal.SubjectType;
import io.appeals.schema.appeal.TruthDeclaration;
import io.appeals.schema.command.AppealCommand;
import io.appeals.schema.command.IssuedCommand;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilingFormTest {

    @Test
    void theAppealIdIsThatOfTheSellerAndSubject() {
        IssuedCommand issued = new IssuedCommand(
                "c-1",
                AppealId.of("seller-2", SUBJECT),
                null,
                Actor.seller("seller-2"),
                NOW,
                opening("seller-1", "SAFETY"));
        assertThat(FORM.check(issued)).singleElement().satisfies(error -> {
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
    void aTruthDeclarationNamesItsSigner() {
        errorsOf(new AppealCommand.SubmitAppeal(new TruthDeclaration(true, "")))
                .containsExactly(tuple("/truthDeclaration/signer", "blank"));
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
