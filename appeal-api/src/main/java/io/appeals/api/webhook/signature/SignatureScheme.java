package io.appeals.api.webhook.signature;

/** The two ways of signing that Standard Webhooks knows, by their identifiers in the header. */
public enum SignatureScheme {
    /** HMAC-SHA256 with a secret that both sides hold. */
    V1("v1"),
    /** Ed25519: only the sender can sign, whoever has the public key can verify. */
    V1A("v1a");

    private final String identifier;

    SignatureScheme(String identifier) {
        this.identifier = identifier;
    }

    public String identifier() {
        return identifier;
    }

    /** A fresh key, from a cryptographically strong source. */
    public SigningKey newKey() {
        return switch (this) {
            case V1 -> SharedSecret.generate();
            case V1A -> Ed25519Key.generate();
        };
    }
}
