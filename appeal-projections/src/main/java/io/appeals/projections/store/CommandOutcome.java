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

    public static final RecordCodec<CommandOutcome> CODEC = RecordCodec.of(CommandOutcome.class);

    public static CommandOutcome accepted(String appealId, long version, Instant decidedAt) {
        return new CommandOutcome(appealId, version, decidedAt, null);
    }

    public static CommandOutcome published(String appealId, Instant decidedAt, byte[] result) {
        return new CommandOutcome(appealId, 0, decidedAt, result);
    }
}
