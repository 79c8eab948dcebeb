package io.appeals.api.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** A piece of evidence whose file is kept elsewhere; only what is known of the file goes to the product. */
record Document(String evidenceId, String kind, String fileName, String contentType, long sizeBytes, String sha256) {

    static Document of(Matter matter, String kind, String evidenceId, Dice dice) {
        boolean picture = kind.contains("PHOTO") || kind.contains("IMAGE");
        String name = kind.toLowerCase(Locale.ROOT).replace('_', '-') + "-" + matter.number() + "-" + evidenceId;
        return new Document(
                evidenceId,
                kind,
                name + (picture ? ".jpg" : ".pdf"),
                picture ? "image/jpeg" : "application/pdf",
                dice.between(20_000, 4_000_000),
                sha256(name));
    }

    Body body() {
        return Body.of("evidenceId", evidenceId)
                .with("kind", kind)
                .with("fileName", fileName)
                .with("contentType", contentType)
                .with("sizeBytes", sizeBytes)
                .with("sha256", sha256)
                .with("location", "https://files.example/evidence/" + fileName);
    }

    private static String sha256(String content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
