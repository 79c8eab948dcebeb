package io.appeals.projections.status;

import io.appeals.schema.appeal.Remedy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a decision obliges the marketplace to do.
 *
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

    OrderedRemedy implemented(Instant at, @Nullable String withReference) {
        return new OrderedRemedy(remedy, orderedAt, at, withReference);
    }
}
