package io.appeals.api.category;

import io.appeals.api.docs.CommonProblems;
import io.appeals.api.request.JsonBody;
import io.appeals.commands.category.Category;
import io.appeals.commands.category.CategoryCatalogue;
import io.appeals.commands.category.CategorySuggestions;
import io.appeals.commands.category.Suggestion;
import io.appeals.schema.appeal.SubjectType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The catalogue of categories, and which of them fits a description. */
@Controller("/v1/categories")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Categories")
class CategoryRoutes {

    private static final int LONGEST_DESCRIPTION = 20_000;

    private final CategoryCatalogue catalogue;
    private final CategorySuggestions suggestions;

    CategoryRoutes(CategoryCatalogue catalogue) {
        this.catalogue = catalogue;
        this.suggestions = new CategorySuggestions(catalogue);
    }

    @Schema(name = "CategoryCatalogue")
    record Catalogue(
            @Schema(description = "Named in every submission that was checked against it")
            String version,

            List<Category> items) {}

    @Schema(name = "SuggestCategories")
    record Description(
            @Schema(
                    description = "What happened, in the seller's words",
                    example = "They say my bags are fake, but I have the invoice")
            @Size(max = LONGEST_DESCRIPTION)
            String description,

            @Schema(description = "Leaves out the categories that are not for it") @Nullable
            SubjectType subjectType)
            implements JsonBody {}

    @Schema(name = "CategorySuggestion")
    record Ranked(
            String category,
            String title,

            @Schema(description = "From 0 (nothing points to it) to 1 (everything that points anywhere points to it)")
            double score,

            @Schema(
                    description =
                            "The catalogue's words and phrases that the description holds: why the score is what it is")
            List<String> matchedWords) {

        static Ranked of(Suggestion suggestion) {
            return new Ranked(
                    suggestion.category().code(),
                    suggestion.category().title(),
                    suggestion.score(),
                    suggestion.matchedWords());
        }
    }

    @Schema(name = "CategorySuggestions")
    record Ranking(
            @Schema(description = "How scores come about") String method,
            @Schema(description = "The most likely first") List<Ranked> items) {}

    @Get
    @CommonProblems
    @Operation(summary = "Lists the categories with the evidence that each asks for")
    Catalogue categories() {
        return new Catalogue(catalogue.version(), catalogue.categories());
    }

    @Post("/suggest")
    @CommonProblems
    @Operation(summary = "Ranks the categories for a description")
    Ranking suggest(@Body Description body) {
        return new Ranking(
                "Each of the catalogue's words found in the description counts for its category; a word that points to several "
                        + "categories counts less for each, a phrase more than a word. Scores are shares of the whole.",
                suggestions.rank(body.description(), body.subjectType()).stream()
                        .map(Ranked::of)
                        .toList());
    }
}
