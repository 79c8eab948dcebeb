package io.appeals.api.webhook;

import io.appeals.api.docs.CommonProblems;
import io.appeals.api.problem.Problem;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The problems that any route about webhooks may answer with. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@CommonProblems
@ApiResponse(
        responseCode = "403",
        description =
                "`forbidden`: webhooks are for the platform, administrators and sellers, who subscribe to their own appeals",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "404",
        description = "`not-found`: there is no such webhook or delivery, or it is somebody else's",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "422",
        description =
                "`rule-violated`: the webhook is disabled, or there are too many; `idempotency-key-reused`: the key was used with other content",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
public @interface WebhookOperation {}
