package io.appeals.api.docs;

import io.appeals.api.command.AcceptedCommand;
import io.appeals.api.problem.Problem;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the documentation says of every route that takes a command. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@CommonProblems
@Parameter(name = "Idempotency-Key", ref = "#/components/parameters/Idempotency-Key")
@Parameter(name = "If-Match", ref = "#/components/parameters/If-Match")
@Parameter(name = "Prefer", ref = "#/components/parameters/Prefer")
@Parameter(name = "X-Acting-As", ref = "#/components/parameters/X-Acting-As")
@ApiResponse(
        responseCode = "202",
        description = "It is on its way; ask at `Location` what became of it",
        headers = @Header(name = "Location", schema = @Schema(implementation = String.class)),
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = AcceptedCommand.class)))
@ApiResponse(
        responseCode = "403",
        description = "`forbidden`: the caller's role or mandate does not allow it",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "404",
        description = "`not-found`: there is no such appeal, or the caller may not see it",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "409",
        description =
                "`invalid-transition`: the appeal's status does not allow it, `allowedActions` says what is possible; `appeal-already-exists`: continue with the one in `appealId`",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "412",
        description =
                "`version-mismatch`: the appeal is not at the version in `If-Match`; `currentVersion` says where it is",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "413",
        description = "`too-large`: the body is too long",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "415",
        description = "`unsupported-media-type`: send application/json",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "422",
        description =
                "`rule-violated`: `rule` names the rule; `idempotency-key-reused`: the key was used for another command",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
public @interface CommandProblems {}
