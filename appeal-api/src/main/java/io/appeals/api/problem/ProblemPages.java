package io.appeals.api.problem;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;

/** Explains every kind of problem at the path that a problem's {@code type} names. */
@Controller("/problems")
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "About the API")
class ProblemPages {

    @Schema(name = "ProblemExplanation", description = "A kind of problem: what it means and what to do")
    record Explanation(
            String type,
            int status,
            String title,

            @Schema(description = "What it means and what to do")
            String explanation) {

        static Explanation of(ProblemType type) {
            return new Explanation(type.path(), type.status().getCode(), type.title(), type.explanation());
        }
    }

    @Get
    @Operation(summary = "Lists every kind of problem that the API answers with")
    List<Explanation> all() {
        return Arrays.stream(ProblemType.values()).map(Explanation::of).toList();
    }

    @Get(uri = "/{slug}", produces = MediaType.APPLICATION_JSON)
    @Operation(summary = "Explains one kind of problem")
    @ApiResponse(responseCode = "200", description = "What it means and what to do")
    Explanation one(@PathVariable @Parameter(example = "rule-violated") String slug) {
        return ProblemType.ofSlug(slug)
                .map(Explanation::of)
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.NOT_FOUND, "No problem is called '" + slug + "'; GET /problems lists them all."));
    }
}
