package io.appeals.api.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Hides what a position says: offsets of all partitions would tell every seller how much goes on at all others. Every node
 * of a cluster makes the same key from what all of them, and nobody who may not read the log, can find out.
 */
final class PositionSeal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String KEY_USE = "appeals stream position";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** Texts are filled up to multiples of it, since a length would tell roughly how large the offsets are. */
    private static final int STEP = 64;

    private static final Base64.Encoder WRITTEN = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder READ = Base64.getUrlDecoder();

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    private PositionSeal(SecretKey key) {
        this.key = key;
    }

    /** @param secret known to the nodes of one cluster, and of another cluster another one */
    static PositionSeal of(String secret) {
        try {
            HKDFParameterSpec.ExtractThenExpand derivation = HKDFParameterSpec.ofExtract()
                    .addIKM(secret.getBytes(UTF_8))
                    .thenExpand(KEY_USE.getBytes(UTF_8), KEY_BYTES);
            return new PositionSeal(KDF.getInstance("HKDF-SHA256").deriveKey("AES", derivation));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform derives keys", e);
        }
    }

    /** The same text becomes another one each time. */
    String seal(String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] plain = text.getBytes(UTF_8);
        byte[] filled = Arrays.copyOf(plain, (plain.length / STEP + 1) * STEP);
        try {
            byte[] hidden = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(filled);
            byte[] sealed = Arrays.copyOf(nonce, nonce.length + hidden.length);
            System.arraycopy(hidden, 0, sealed, nonce.length, hidden.length);
            return WRITTEN.encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + CIPHER, e);
        }
    }

    /** @throws IllegalArgumentException for what was not sealed with this key */
    String open(String sealed) {
        byte[] bytes = READ.decode(sealed);
        if (bytes.length <= NONCE_BYTES) {
            throw new IllegalArgumentException("too short");
        }
        try {
            byte[] filled = cipher(Cipher.DECRYPT_MODE, bytes).doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
            return new String(filled, UTF_8).replace("\0", "");
        } catch (AEADBadTagException e) {
            throw new IllegalArgumentException("not sealed here", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + CIPHER, e);
        }
    }

    /** @param nonce stands at the beginning of it */
    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_BYTES));
        return cipher;
    }
}
