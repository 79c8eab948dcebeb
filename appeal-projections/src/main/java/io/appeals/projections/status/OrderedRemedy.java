package io.appeals.projections.status;

import io.appeals.schema.appeal.Remedy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a decision obliges the marketplace to do.
 *
 * @param orderedAt by the latest decision that orders it
 * @param implementedAt null until the marketplace has confirmed it
 * @param reference the marketplace's own reference of what it did
 */
public record OrderedRemedy(
        Remedy remedy,
        Instant orderedAt,
        @Nullable Instant implementedAt,
        @Nullable String reference) {

    public boolean isImplemented() {
        return implementedAt != null;
    }

    OrderedRemedy orderedAgain(Instant at) {
        return new OrderedRemedy(remedy, at, implementedAt, reference);
    }

    OrderedRemedy implemented(Instant at, @Nullable String withReference) {
        return new OrderedRemedy(remedy, orderedAt, at, withReference);
    }
}
