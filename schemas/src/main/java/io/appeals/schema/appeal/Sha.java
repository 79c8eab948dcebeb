package io.appeals.schema.appeal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Message digests that are made by copying: asking the platform's providers for one each time costs more than digesting
 * what an appeal's ids and commands are made of.
 */
public final class Sha {

    private static final MessageDigest SHA_1 = blank("SHA-1");
    private static final MessageDigest SHA_256 = blank("SHA-256");

    private Sha() {}

    /** A fresh SHA-1, which version 5 UUIDs prescribe. */
    static MessageDigest sha1() {
        return copy(SHA_1);
    }

    /** A fresh SHA-256. */
    public static MessageDigest sha256() {
        return copy(SHA_256);
    }

    private static MessageDigest blank(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    private static MessageDigest copy(MessageDigest blank) {
        try {
            return (MessageDigest) blank.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's " + blank.getAlgorithm() + " can be copied", e);
        }
    }
}
