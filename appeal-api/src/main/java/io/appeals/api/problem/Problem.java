package io.appeals.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.appeals.schema.result.FieldError;
import io.appeals.schema.result.Rejection;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What went wrong and what to do about it (RFC 9457). */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "What went wrong and what to do about it (RFC 9457). Members that do not apply are left out.")
public record Problem(
        @Schema(description = "The kind of problem; explained at this path", example = "/problems/rule-violated")
        String type,

        @Schema(example = "A rule of the procedure forbids this")
        String title,

        @Schema(description = "The HTTP status", example = "422")
        int status,

        @Schema(description = "What was refused this time and what to do next, for a person") @Nullable
        String detail,

        @Schema(
                description = "Names this one occurrence, also in the node's log",
                example = "urn:uuid:0b9f4c0e-5a6e-4e0b-9c55-0f3c1f2a7d11")
        String instance,

        @Schema(description = "Every place in the request that is wrong, all at once")
        List<FieldError> errors,

        @Schema(description = "The rule that was violated", example = "same-decider") @Nullable
        String rule,

        @Schema(description = "The command's id: repeat the command under it") @Nullable
        String commandId,

        @Nullable String appealId,

        @Schema(description = "The appeal's version when the command was refused") @Nullable
        Long currentVersion,

        @Schema(description = "The commands that the caller may send now")
        List<String> allowedActions) {

    public static Problem of(ProblemType type, @Nullable String detail) {
        return of(type, detail, List.of());
    }

    public static Problem of(ProblemType type, @Nullable String detail, List<FieldError> errors) {
        return new Problem(
                type.path(),
                type.title(),
                type.status().getCode(),
                detail,
                "urn:uuid:" + UUID.randomUUID(),
                errors,
                null,
                null,
                null,
                null,
                List.of());
    }

    /** The problem that a refused command's sender is told. */
    public static Problem of(Rejection rejection, String commandId, String appealId) {
        ProblemType type = ProblemType.valueOf(rejection.type().name());
        Problem plain = of(type, rejection.detail(), rejection.errors());
        return new Problem(
                plain.type,
                plain.title,
                plain.status,
                plain.detail,
                plain.instance,
                plain.errors,
                rejection.rule(),
                commandId,
                appealId,
                rejection.currentVersion(),
                rejection.allowedActions());
    }

    /** The same problem, naming the command and the appeal that it is about. */
    public Problem about(@Nullable String command, @Nullable String appeal) {
        return new Problem(
                type, title, status, detail, instance, errors, rule, command, appeal, currentVersion, allowedActions);
    }
}
