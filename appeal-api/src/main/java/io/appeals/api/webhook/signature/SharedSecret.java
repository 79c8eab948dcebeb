package io.appeals.api.webhook.signature;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret that sender and receiver share, for HMAC-SHA256. */
public final class SharedSecret implements SigningKey {

    static final String PREFIX = "whsec_";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int FEWEST_BYTES = 24;
    private static final int MOST_BYTES = 64;
    private static final int USUAL_BYTES = 32;

    private final byte[] secret;

    private SharedSecret(byte[] secret) {
        this.secret = secret;
    }

    static SharedSecret generate() {
        byte[] secret = new byte[USUAL_BYTES];
        new SecureRandom().nextBytes(secret);
        return new SharedSecret(secret);
    }

    static SharedSecret parse(String written) {
        byte[] secret = Base64.getDecoder().decode(written.substring(PREFIX.length()));
        if (secret.length < FEWEST_BYTES || secret.length > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "a shared secret has from " + FEWEST_BYTES + " to " + MOST_BYTES + " bytes");
        }
        return new SharedSecret(secret);
    }

    @Override
    public SignatureScheme scheme() {
        return SignatureScheme.V1;
    }

    @Override
    public String sign(byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return scheme().identifier() + "," + Base64.getEncoder().encodeToString(mac.doFinal(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }

    @Override
    public String written() {
        return PREFIX + Base64.getEncoder().encodeToString(secret);
    }

    @Override
    public String verificationKey() {
        return written();
    }
}
