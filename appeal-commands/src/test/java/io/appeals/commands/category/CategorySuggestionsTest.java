package io.appeals.commands.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.appeals.commands.category.yaml.CategoryFile;
import io.appeals.schema.appeal.SubjectType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategorySuggestionsTest {

    private static final CategoryCatalogue SHIPPED = CategoryFile.shipped();

    private final CategorySuggestions suggestions = new CategorySuggestions(SHIPPED);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "They say my sneakers are counterfeit but I buy from an authorised distributor | PRODUCT_AUTHENTICITY",
                "A buyer claims the blender was defective and used, sold as new                | PRODUCT_QUALITY",
                "Listing removed because the batteries need a test report and a CE mark        | PRODUCT_SAFETY",
                "Somebody filed a DMCA takedown notice against my own photos                   | INTELLECTUAL_PROPERTY_COPYRIGHT",
                "The brand owner complains about trademark infringement, but it is parallel import | INTELLECTUAL_PROPERTY_TRADEMARK",
                "The buyer says the parcel never arrived, tracking shows delivered             | ORDER_NOT_RECEIVED",
                "Item significantly different, the buyer sent back an empty box                | ORDER_NOT_AS_DESCRIBED",
                "Account suspended for late shipments and order defect rate                    | SELLER_PERFORMANCE",
                "They rejected my passport and the utility bill as proof of address            | IDENTITY_VERIFICATION",
                "My payout is withheld and the balance is frozen                               | FUNDS_HELD",
                "I was overcharged: the storage fees use wrong dimensions                      | FEE_DISPUTE"
            })
    void aSellersOwnWordsLeadToTheRightCategory(String description, String expected) {
        Suggestion best = suggestions.rank(description, null).getFirst();
        assertThat(best.category().code()).isEqualTo(expected);
        assertThat(best.matchedWords()).isNotEmpty();
    }

    @Test
    void theWordsThatLedToItAreTheExplanation() {
        Suggestion best = suggestions
                .rank("COUNTERFEITS? All of it is génuine.", SubjectType.LISTING)
                .getFirst();
        assertThat(best.matchedWords()).containsExactly("counterfeit", "genuine");
        assertThat(best.score()).isCloseTo(1, within(1e-9));
    }

    @Test
    void pluralsAreTheSameWord() {
        Suggestion best =
                suggestions.rank("They rejected our proofs of addresses", null).getFirst();
        assertThat(best.matchedWords()).containsExactly("proof of address");
    }

    @Test
    void onlyCategoriesThatFitTheSubjectAreSuggested() {
        assertThat(suggestions.rank("counterfeit", SubjectType.FEE))
                .extracting(suggestion -> suggestion.category().code())
                .containsExactly("FEE_DISPUTE");
    }

    @Test
    void whereNothingMatchesEveryCategoryIsListedInTheCataloguesOrder() {
        List<Suggestion> ranked = suggestions.rank("Hello!", null);
        assertThat(ranked)
                .extracting(suggestion -> suggestion.category().code())
                .isEqualTo(SHIPPED.codes());
        assertThat(ranked).allSatisfy(suggestion -> {
            assertThat(suggestion.score()).isZero();
            assertThat(suggestion.matchedWords()).isEmpty();
        });
    }

    @Test
    void aPhraseCountsOnlyWhereItsWordsStandTogether() {
        assertThat(suggestions.rank("The box was brown and the house empty", SubjectType.ORDER_CLAIM))
                .allSatisfy(suggestion -> assertThat(suggestion.score()).isZero());
    }

    @Test
    void aWordOfOneCategorySaysMoreThanAWordOfMany() {
        CategoryCatalogue catalogue = new CategoryCatalogue(
                "1", List.of(category("A", "fee"), category("B", "fee", "storage"), category("C", "fee", "late")));
        List<Suggestion> ranked = new CategorySuggestions(catalogue).rank("a storage fee", null);
        assertThat(ranked)
                .extracting(suggestion -> suggestion.category().code())
                .containsExactly("B", "A", "C");
        assertThat(ranked.stream().mapToDouble(Suggestion::score).sum()).isCloseTo(1, within(1e-9));
        assertThat(ranked.getFirst().score()).isCloseTo((1 + 1 / 3.0) / 2, within(1e-9));
    }

    private static Category category(String code, String... keywords) {
        return new Category(
                code, code, code, List.of(SubjectType.FEE), PlanOfActionNeed.NOT_NEEDED, List.of(), List.of(keywords));
    }
}
