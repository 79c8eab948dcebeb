package io.appeals.api.webhook.signature;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one subscription. After a rotation both the new key and the one before it sign, until that expires, so that
 * the receiver can change over without missing anything.
 *
 * @param current the newest key
 * @param previous the one before it; null where it was never rotated
 */
public record KeyRing(SigningKey current, @Nullable Previous previous) {

    /** A key that still signs for a while. */
    public record Previous(SigningKey key, Instant validUntil) {}

    public static KeyRing of(SigningKey key) {
        return new KeyRing(key, null);
    }

    /** The same with a new key; the current one signs beside it until {@code overlapEnds}, earlier ones no longer. */
    public KeyRing rotated(SigningKey next, Instant overlapEnds) {
        return new KeyRing(next, new Previous(current, overlapEnds));
    }

    /** Those that sign at this moment, the newest first. */
    public List<SigningKey> validAt(Instant now) {
        return Stream.concat(Stream.of(current), previousAt(now).stream()).toList();
    }

    private Optional<SigningKey> previousAt(Instant now) {
        return previous != null && now.isBefore(previous.validUntil()) ? Optional.of(previous.key()) : Optional.empty();
    }
}
