package io.appeals.api.command;

import io.appeals.schema.appeal.AppealId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Names one command for ever. Ids that a command's content needs and that its sender left out follow from it, so that the
 * same command sent again has the same content.
 */
public record CommandId(String value) {

    private static final UUID NAMESPACE = UUID.fromString("0d4f9a35-97d6-5c8c-8f0e-6f5a4f6f8b11");

    /** A fresh one. */
    public static CommandId random() {
        return new CommandId(UUID.randomUUID().toString());
    }

    /** @return what was given, or else an id that follows from this command */
    public String orDerived(@Nullable String given, String what) {
        return given != null
                ? given
                : AppealId.nameBased(NAMESPACE, value + "|" + what).toString();
    }
}
