package io.appeals.api.webhook.signature;

/** One key that webhooks are signed with. */
public sealed interface SigningKey permits SharedSecret, Ed25519Key {

    SignatureScheme scheme();

    /** The signature as it stands in the header, for instance {@code v1,K5oZfzN95Z9U…}. */
    String sign(byte[] content);

    /** The key in its written form: {@code whsec_…} or {@code whsk_…}. Never to be logged. */
    String written();

    /** What a receiver verifies with: the secret itself ({@code whsec_…}), or the public key ({@code whpk_…}). */
    String verificationKey();

    /** @throws IllegalArgumentException when the text is no key in one of the written forms */
    static SigningKey parse(String written) {
        if (written.startsWith(SharedSecret.PREFIX)) {
            return SharedSecret.parse(written);
        }
        if (written.startsWith(Ed25519Key.PREFIX)) {
            return Ed25519Key.parse(written);
        }
        throw new IllegalArgumentException("a signing key begins with whsec_ or whsk_");
    }
}
