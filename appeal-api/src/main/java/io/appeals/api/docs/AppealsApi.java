package io.appeals.api.docs;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;

/** What the OpenAPI document says of the API as a whole. */
@OpenAPIDefinition(
        info = @Info(title = "Seller appeals", version = "v1", description = """
                                Takes sellers' appeals from the marketplace's enforcement to their closing.

                                **Commands** are POSTs that answer after the commit with `{commandId, appealId, version, status, stage, events}` and
                                `ETag: "<version>"`. Send an `Idempotency-Key` with each: a repeat gets the first answer and changes nothing. Send
                                `If-Match: "<version>"` to refuse the command when the appeal has changed since you read it.

                                **Queries** may name `minVersion`, the version that a command was answered with, and then show at least that.

                                **Errors** are `application/problem+json`; each `type` is a path that explains the kind.
                                """),
        security = @SecurityRequirement(name = "token"))
@SecurityScheme(
        name = "token",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description =
                "Signed RS256 or ES256. Claims: `sub`, `exp`, `roles` (seller, representative, reviewer, supervisor, platform, analyst, admin), "
                        + "and `sellerId` for sellers. A trial node gives tokens at POST /v1/dev/token.")
interface AppealsApi {}
