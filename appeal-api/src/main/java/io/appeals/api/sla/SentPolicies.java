package io.appeals.api.sla;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.appeals.api.problem.ProblemException;
import io.appeals.projections.sla.policy.PolicyBook;
import io.appeals.projections.sla.policy.yaml.InvalidPoliciesException;
import io.appeals.projections.sla.policy.yaml.PolicyFile;
import io.appeals.schema.result.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Policies in a request's body, under the same rules as the file that a node starts with. */
final class SentPolicies {

    private static final String BETWEEN = ": ";

    private SentPolicies() {}

    /** @throws ProblemException naming every place that is wrong */
    static PolicyBook read(@Nullable String yaml) {
        if (yaml == null || yaml.isBlank()) {
            throw ProblemException.malformed(
                    "The request has no body; a file of SLA policies (YAML) was expected, such as"
                            + " sla-policies.yaml with your changes.",
                    List.of());
        }
        try {
            return PolicyFile.parse("in the body", yaml.getBytes(UTF_8));
        } catch (InvalidPoliciesException e) {
            List<FieldError> errors =
                    e.problems().stream().map(SentPolicies::error).toList();
            throw ProblemException.malformed(
                    "The SLA policies in the body cannot be used; 'errors' names every place.", errors);
        }
    }

    /** A problem begins with the path of the field, or with the line where the text is no YAML. */
    private static FieldError error(String problem) {
        int end = problem.indexOf(BETWEEN);
        return end < 0
                ? new FieldError("", "invalid", problem)
                : new FieldError(problem.substring(0, end), "invalid", problem.substring(end + BETWEEN.length()));
    }
}
