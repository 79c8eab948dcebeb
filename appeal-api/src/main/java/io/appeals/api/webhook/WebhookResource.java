package io.appeals.api.webhook;

import io.appeals.api.webhook.signature.KeyRing;
import io.appeals.api.webhook.signature.SignatureScheme;
import io.appeals.api.webhook.signature.SigningKey;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A subscription as its owner sees it. */
@Schema(name = "Webhook", description = "One subscription")
record WebhookResource(
        String webhookId,
        String url,
        List<String> eventTypes,
        @Nullable String sellerId,
        @Nullable String description,
        @Schema(example = "v1") String signature,

        @Schema(
                description =
                        "What to verify signatures with; shown once, when the webhook is made or its secret rotated",
                example = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
        @Nullable
        String secret,

        @Schema(
                description = "What to verify v1a signatures with",
                example = "whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=")
        @Nullable
        String publicKey,

        @Schema(description = "Until when the former secret signs as well, after a rotation") @Nullable
        Instant previousSecretUntil,

        @Schema(description = "DISABLED by itself after repeated failure; see `reason`")
        Status status,

        @Schema(description = "Why it is as it is", example = "the endpoint answered 410: it wants no more webhooks")
        @Nullable
        String reason,

        @Schema(description = "Since when it has this status")
        Instant since,

        String createdBy,
        Instant createdAt) {

    /** Whether deliveries are made. */
    enum Status {
        ENABLED,
        DISABLED
    }

    static WebhookResource of(Webhook webhook) {
        return of(webhook, false);
    }

    /** With the secret, for the one time that it is shown. */
    static WebhookResource withSecret(Webhook webhook) {
        return of(webhook, true);
    }

    private static WebhookResource of(Webhook webhook, boolean showSecret) {
        SigningKey key = webhook.keys().current();
        boolean shared = key.scheme() == SignatureScheme.V1;
        KeyRing.Previous previous = webhook.keys().previous();
        return new WebhookResource(
                webhook.id(),
                webhook.url(),
                webhook.row().eventTypes(),
                webhook.row().sellerId(),
                webhook.row().description(),
                key.scheme().identifier(),
                shared && showSecret ? key.verificationKey() : null,
                shared ? null : key.verificationKey(),
                previous == null ? null : previous.validUntil(),
                webhook.isEnabled() ? Status.ENABLED : Status.DISABLED,
                webhook.standing() == null ? null : webhook.standing().reason(),
                webhook.since(),
                webhook.row().createdBy(),
                webhook.row().createdAt());
    }
}
