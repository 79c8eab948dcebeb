package io.appeals.api.webhook.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Map;

/**
 * One attempt to deliver a webhook, signed: {@code id.timestamp.body} by every key that is valid at that time.
 *
 * @param id the webhook's, the same in every attempt
 * @param timestamp of this attempt, in seconds since 1970
 * @param signatures one for each key, separated by spaces
 */
public record SignedMessage(String id, long timestamp, String signatures, byte[] body) {

    public static final String ID = "webhook-id";
    public static final String TIMESTAMP = "webhook-timestamp";
    public static final String SIGNATURE = "webhook-signature";

    /** @throws IllegalArgumentException for an id with a full stop, which would let content pass for an id */
    public static SignedMessage of(String id, byte[] body, KeyRing keys, Instant now) {
        if (id.indexOf('.') >= 0) {
            throw new IllegalArgumentException("a webhook's id holds no full stop: " + id);
        }
        byte[] content = content(id, now.getEpochSecond(), body);
        String signatures =
                keys.validAt(now).stream().map(key -> key.sign(content)).collect(joining(" "));
        return new SignedMessage(id, now.getEpochSecond(), signatures, body);
    }

    /** The headers that Standard Webhooks asks for. */
    public Map<String, String> headers() {
        return Map.of(ID, id, TIMESTAMP, Long.toString(timestamp), SIGNATURE, signatures);
    }

    private static byte[] content(String id, long timestamp, byte[] body) {
        ByteArrayOutputStream content = new ByteArrayOutputStream(body.length + id.length() + 16);
        content.writeBytes((id + "." + timestamp + ".").getBytes(UTF_8));
        content.writeBytes(body);
        return content.toByteArray();
    }
}
