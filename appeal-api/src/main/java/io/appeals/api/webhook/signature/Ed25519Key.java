package io.appeals.api.webhook.signature;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * An Ed25519 key pair. Written, the secret key is the 32-byte seed followed by the 32-byte public key (as in RFC 8032 and
 * NaCl), the public key is those last 32 bytes.
 */
public final class Ed25519Key implements SigningKey {

    static final String PREFIX = "whsk_";
    static final String PUBLIC_PREFIX = "whpk_";

    private static final String ALGORITHM = "Ed25519";
    private static final int SEED_BYTES = 32;
    private static final int PUBLIC_BYTES = 32;

    private final byte[] seed;
    private final byte[] publicKey;
    private final PrivateKey privateKey;

    private Ed25519Key(byte[] seed, byte[] publicKey, PrivateKey privateKey) {
        this.seed = seed;
        this.publicKey = publicKey;
        this.privateKey = privateKey;
    }

    static Ed25519Key generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            // The X.509 form of an Ed25519 key ends with the 32 bytes of RFC 8032.
            byte[] encoded = pair.getPublic().getEncoded();
            byte[] seed = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
            return new Ed25519Key(
                    seed,
                    Arrays.copyOfRange(encoded, encoded.length - PUBLIC_BYTES, encoded.length),
                    pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
        }
    }

    static Ed25519Key parse(String written) {
        byte[] bytes = Base64.getDecoder().decode(written.substring(PREFIX.length()));
        if (bytes.length != SEED_BYTES + PUBLIC_BYTES) {
            throw new IllegalArgumentException("an Ed25519 secret key has 64 bytes: the seed and the public key");
        }
        byte[] seed = Arrays.copyOf(bytes, SEED_BYTES);
        try {
            PrivateKey key = KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
            return new Ed25519Key(seed, Arrays.copyOfRange(bytes, SEED_BYTES, bytes.length), key);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no Ed25519 secret key", e);
        }
    }

    @Override
    public SignatureScheme scheme() {
        return SignatureScheme.V1A;
    }

    @Override
    public String sign(byte[] content) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(content);
            return scheme().identifier() + "," + Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an Ed25519 key signs anything", e);
        }
    }

    @Override
    public String written() {
        byte[] both = Arrays.copyOf(seed, SEED_BYTES + PUBLIC_BYTES);
        System.arraycopy(publicKey, 0, both, SEED_BYTES, PUBLIC_BYTES);
        return PREFIX + Base64.getEncoder().encodeToString(both);
    }

    @Override
    public String verificationKey() {
        return PUBLIC_PREFIX + Base64.getEncoder().encodeToString(publicKey);
    }
}
