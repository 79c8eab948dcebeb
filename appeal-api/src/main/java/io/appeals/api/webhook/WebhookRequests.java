package io.appeals.api.webhook;

import io.appeals.api.request.JsonBody;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of requests about webhooks. */
final class WebhookRequests {

    private WebhookRequests() {}

    @Schema(name = "Subscribe", description = "Who wants to be told what, where")
    record Subscribe(
            @Schema(
                    description =
                            "Where webhooks go: https, and an address of the public internet, unless the operator allows more",
                    example = "https://example.com/hooks/appeals")
            @Size(max = 2000)
            String url,

            @Schema(
                    description =
                            "Types of events, such as AppealDecided, or beginnings of types followed by an asterisk, such as Evidence*; at least one; everything, when left out",
                    example = "[\"AppealDecided\", \"InformationRequested\"]")
            @Size(max = 50)
            @NotEmpty
            @Nullable
            List<String> eventTypes,

            @Schema(
                    description = "Only events of this seller's appeals; for sellers always their own",
                    example = "S-100")
            @Nullable
            String sellerId,

            @Schema(description = "For people", example = "Order system, production") @Size(max = 500) @Nullable
            String description,

            @Schema(
                    description =
                            "v1 for HMAC-SHA256 with a shared secret, v1a for Ed25519 with a public key; v1, when left out",
                    allowableValues = {"v1", "v1a"},
                    example = "v1")
            @Pattern(regexp = "v1a?", message = "expected v1 or v1a")
            @Nullable
            String signature)
            implements JsonBody {}
}
