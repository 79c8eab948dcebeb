package io.appeals.api.caller;

import io.appeals.api.request.JsonBody;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Gives tokens to whoever asks; it exists on a trial node only. */
@Controller("/v1/dev/token")
@Requires(bean = DevTokens.class)
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "Tokens for a trial")
class DevTokenRoute {

    private final DevTokens tokens;

    DevTokenRoute(DevTokens tokens) {
        this.tokens = tokens;
    }

    @Schema(name = "DevTokenRequest")
    record TokenRequest(
            @Schema(
                    description =
                            "In lower case: seller, representative, reviewer, supervisor, platform, analyst or admin",
                    example = "seller")
            String role,

            @Schema(description = "Becomes the token's 'sub'", example = "S-100")
            String id,

            @Schema(description = "For role seller; the id, when left out", example = "S-100") @Nullable
            String sellerId)
            implements JsonBody {}

    @Schema(name = "DevToken")
    record Token(
            @Schema(description = "Send it as 'Authorization: Bearer <token>'")
            String token,

            Instant expiresAt) {}

    @Post
    @SecurityRequirements
    @Operation(summary = "Gives a token for any role (trial nodes only)")
    @ApiResponse(responseCode = "200", description = "The token")
    Token token(@Body TokenRequest body) {
        Role role = Role.ofClaim(body.role()).orElseThrow(() -> Role.unknown("/role", body.role()));
        String sellerId = role == Role.SELLER && body.sellerId() == null ? body.id() : body.sellerId();
        DevTokens.Signed signed = tokens.sign(role, body.id(), sellerId);
        return new Token(signed.token(), signed.expiresAt());
    }
}
