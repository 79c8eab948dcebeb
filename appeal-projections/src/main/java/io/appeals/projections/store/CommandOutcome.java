package io.appeals.projections.store;

import io.appeals.schema.wire.RecordCodec;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a decided command for some days.
 *
 * @param version of the last event that an accepted command led to; 0 where it came as a published result
 * @param result the published result as it came; null where the events tell
 */
public record CommandOutcome(String appealId, long version, Instant decidedAt, byte @Nullable [] result) {

    /** For so many days, and the rest of the last one, it can be asked what became of a command. */
    public static final int DAYS_KEPT = 7;

    public static final RecordCodec<CommandOutcome> CODEC = RecordCodec.of(CommandOutcome.class);

    public static CommandOutcome accepted(String appealId, long version, Instant decidedAt) {
        return new CommandOutcome(appealId, version, decidedAt, null);
    }

    /** Whether an outcome of that moment is not kept any more. */
    public static boolean isForgotten(Instant decidedAt, Instant now) {
        return StoreKeys.day(decidedAt) < StoreKeys.day(now) - DAYS_KEPT;
    }

    public static CommandOutcome published(String appealId, Instant decidedAt, byte[] result) {
        return new CommandOutcome(appealId, 0, decidedAt, result);
    }
}
