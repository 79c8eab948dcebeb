package io.appeals.commands.category.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.appeals.commands.category.Category;
import io.appeals.commands.category.CategoryCatalogue;
import io.appeals.commands.category.PlanOfActionNeed;
import io.appeals.commands.yaml.InvalidFileException;
import io.appeals.schema.appeal.RequirementLevel;
import io.appeals.schema.appeal.SubjectType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CategoryFileTest {

    @TempDir
    private Path folder;

    @Test
    void theShippedCatalogueHasElevenCategories() {
        assertThat(CategoryFile.shipped().codes())
                .containsExactly(
                        "PRODUCT_AUTHENTICITY",
                        "PRODUCT_QUALITY",
                        "PRODUCT_SAFETY",
                        "INTELLECTUAL_PROPERTY_COPYRIGHT",
                        "INTELLECTUAL_PROPERTY_TRADEMARK",
                        "ORDER_NOT_RECEIVED",
                        "ORDER_NOT_AS_DESCRIBED",
                        "SELLER_PERFORMANCE",
                        "IDENTITY_VERIFICATION",
                        "FUNDS_HELD",
                        "FEE_DISPUTE");
        assertThat(CategoryFile.shipped().version()).isNotBlank();
    }

    @Test
    void theShippedCatalogueUsesEveryRequirementLevel() {
        assertThat(CategoryFile.shipped().categories())
                .flatExtracting(Category::evidence)
                .extracting(requirement -> requirement.level())
                .contains(RequirementLevel.values());
    }

    @ParameterizedTest
    @EnumSource(SubjectType.class)
    void whateverIsAppealedHasACategory(SubjectType subjectType) {
        assertThat(CategoryFile.shipped().codesFor(subjectType)).isNotEmpty();
    }

    @Test
    void anOperatorsOwnFileReplacesIt() {
        CategoryCatalogue catalogue = CategoryFile.read(file("""
                version: ours-3
                categories:
                  - code: PAYOUT
                    title: Payout
                    description: A payout is late.
                    subjectTypes: [FUNDS]
                    planOfAction: NOT_NEEDED
                    evidence:
                      - {kind: STATEMENT, level: REQUIRED, description: the statement}
                      - {kind: LETTER, level: ALTERNATIVE_REQUIRED, insteadOf: [STATEMENT], description: a letter}
                    keywords: [payout]
                """));
        assertThat(catalogue.version()).isEqualTo("ours-3");
        assertThat(catalogue.find("PAYOUT")).get().satisfies(category -> {
            assertThat(category.subjectTypes()).containsExactly(SubjectType.FUNDS);
            assertThat(category.planOfAction()).isEqualTo(PlanOfActionNeed.NOT_NEEDED);
            assertThat(category.evidence().getLast().insteadOf()).containsExactly("STATEMENT");
        });
    }

    @Test
    void everyMistakeIsToldWithItsPath() {
        assertThat(problems("""
                version: ""
                categories:
                  - code: payout
                    titel: Payout
                    description: A payout is late.
                    subjectTypes: [FUNDS, MOON]
                    planOfAction: MAYBE
                    evidence:
                      - {kind: STATEMENT, level: MANDATORY, description: the statement}
                      - {kind: LETTER, level: ALTERNATIVE_REQUIRED, description: a letter}
                      - {kind: OATH, level: ALTERNATIVE_REQUIRED, insteadOf: [STATEMENT], description: an oath}
                      - {kind: PHOTO, level: OPTIONAL, insteadOf: [LETTER], description: a photo}
                      - {kind: PHOTO, level: OPTIONAL, description: 7}
                    keywords: payout
                """))
                .containsExactlyInAnyOrder(
                        "version: expected a text, but found ''",
                        "categories[0].code: expected capital letters, digits and _, but found 'payout'",
                        "categories[0].titel: unknown field; expected one of code, title, description, subjectTypes,"
                                + " planOfAction, evidence, keywords",
                        "categories[0].title: expected a text, but it is missing",
                        "categories[0].subjectTypes[1]: expected one of " + Arrays.toString(SubjectType.values())
                                + ", but found 'MOON'",
                        "categories[0].planOfAction: expected one of [REQUIRED, RECOMMENDED, NOT_NEEDED], but found"
                                + " 'MAYBE'",
                        "categories[0].evidence[0].level: expected one of " + Arrays.toString(RequirementLevel.values())
                                + ", but found 'MANDATORY'",
                        "categories[0].evidence[1].insteadOf: expected the REQUIRED kinds that this one may stand in for",
                        "categories[0].evidence[2].insteadOf[0]: expected a REQUIRED kind of the same category, one of []",
                        "categories[0].evidence[3].insteadOf: only an ALTERNATIVE_REQUIRED kind stands in for others",
                        "categories[0].evidence[3].insteadOf[0]: expected a REQUIRED kind of the same category, one of []",
                        "categories[0].evidence[4].kind: 'PHOTO' stands in the list already",
                        "categories[0].evidence[4].description: expected a text, but found 7",
                        "categories[0].keywords: expected a list, but found 'payout'");
    }

    @Test
    void categoriesAreListedOnce() {
        String category = """
                  - code: PAYOUT
                    title: Payout
                    description: A payout is late.
                    subjectTypes: [FUNDS]
                    planOfAction: NOT_NEEDED
                    evidence: []
                    keywords: []
                """;
        assertThat(problems("version: v\ncategories:\n" + category + category))
                .containsExactly("categories[1].code: 'PAYOUT' stands in the list already");
    }

    @Test
    void anEmptyFileIsNoCatalogue() {
        assertThat(problems("")).containsExactly("the file: expected the fields version, categories");
        assertThat(problems("version: v\ncategories: []"))
                .containsExactly("categories: expected at least one category");
        assertThat(problems("version: v")).containsExactly("categories: expected a list, but it is missing");
    }

    @Test
    void whatIsNoYamlIsToldWithItsLine() {
        assertThat(problems("version: v\ncategories: ["))
                .singleElement()
                .satisfies(problem -> assertThat(problem).startsWith("line 2"));
        assertThat(problems("version: v\nversion: w\ncategories: []"))
                .singleElement()
                .satisfies(problem -> assertThat(problem).contains("uplicate").contains("version"));
    }

    @Test
    void aFileThatIsNotThereIsToldByItsName() {
        Path missing = folder.resolve("missing.yaml");
        InvalidFileException refused =
                catchThrowableOfType(InvalidFileException.class, () -> CategoryFile.read(missing));
        assertThat(refused).hasMessageContaining(missing.toString()).hasMessageContaining("there is no such file");
    }

    private List<String> problems(String yaml) {
        Path file = file(yaml);
        InvalidFileException refused = catchThrowableOfType(InvalidFileException.class, () -> CategoryFile.read(file));
        assertThat(refused).hasMessageContaining(file.toString());
        return refused.problems();
    }

    private Path file(String yaml) {
        try {
            return Files.writeString(folder.resolve("categories.yaml"), yaml);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
