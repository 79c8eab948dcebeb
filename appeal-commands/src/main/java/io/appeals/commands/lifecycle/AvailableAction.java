package io.appeals.commands.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A command that somebody may send now.
 *
 * @param action the command's type, for instance {@code SubmitAppeal}
 * @param dueAt by when, where it is too late afterwards or was promised by then
 */
public record AvailableAction(String action, @Nullable Instant dueAt) {}
