package io.appeals.api.command;

import io.appeals.api.caller.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a request's headers say of the command in its body.
 *
 * @param commandId the {@code Idempotency-Key}, or a fresh id
 * @param expectedVersion the version in {@code If-Match}
 * @param async whether {@code Prefer: respond-async} asks not to wait
 * @param actingAs in which of several roles the caller acts, by {@code X-Acting-As}
 */
public record CommandHeaders(
        CommandId commandId,
        @Nullable Long expectedVersion,
        boolean async,
        @Nullable Role actingAs) {}
