package io.appeals.projections.status;

import io.appeals.schema.appeal.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the appeal ended, while it is closed.
 *
 * @param reason in the words of whoever closed it
 */
public record Closure(@Nullable String reason, Actor closedBy, Instant closedAt) {}
