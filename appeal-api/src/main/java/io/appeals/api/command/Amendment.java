package io.appeals.api.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.appeals.api.problem.ProblemException;
import io.appeals.api.request.BodyReader;
import io.appeals.api.request.Findings;
import io.appeals.schema.appeal.Remedy;
import io.appeals.schema.command.AppealCommand.AmendAppeal;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change of a draft as a JSON merge patch (RFC 7396): what is given replaces, null removes, the rest stays. */
@Schema(name = "AmendAppeal", description = "What is given replaces, null removes, the rest stays (RFC 7396)")
public record Amendment(
        @Schema(example = "PRODUCT_AUTHENTICITY") @Nullable String category,

        @Size(max = Text.PROSE) @Nullable String statement,

        @Nullable PlanOfActionBody planOfAction,
        List<Remedy> desiredRemedies,
        @Nullable SubjectDetails subject) {

    /** What may change of the subject; which matter it is may not, since the appeal's id follows from that. */
    @Schema(name = "SubjectDetails")
    record SubjectDetails(
            List<String> orderIds,
            List<String> transactionIds,
            List<String> listingIds,

            @Nullable MoneyBody amount) {}

    /** @throws ProblemException naming everything that is wrong */
    public static AmendAppeal read(JsonNode patch) {
        Amendment given = BodyReader.read(patch, Amendment.class);
        refuseRemoval(patch, "category", "statement");
        JsonNode subject = patch.path("subject");
        SubjectDetails details = given.subject;
        return new AmendAppeal(
                given.category,
                given.statement,
                PlanOfActionBody.plan(given.planOfAction),
                patch.has("desiredRemedies") ? given.desiredRemedies : null,
                details == null || !subject.has("orderIds") ? null : details.orderIds,
                details == null || !subject.has("transactionIds") ? null : details.transactionIds,
                details == null || !subject.has("listingIds") ? null : details.listingIds,
                details == null || details.amount == null ? null : details.amount.money(),
                removed(patch, subject));
    }

    private static void refuseRemoval(JsonNode patch, String... names) {
        Findings findings = new Findings();
        for (String name : names) {
            if (patch.path(name).isNull()) {
                findings.add("/" + name, "required", "it can be replaced, but not removed");
            }
        }
        findings.refuseIfAny();
    }

    private static List<String> removed(JsonNode patch, JsonNode subject) {
        List<String> removed = new ArrayList<>();
        if (patch.path("planOfAction").isNull()) {
            removed.add("planOfAction");
        }
        if (subject.path("amount").isNull()) {
            removed.add("amount");
        }
        return removed;
    }
}
