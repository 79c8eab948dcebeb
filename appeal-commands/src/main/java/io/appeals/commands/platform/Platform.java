package io.appeals.commands.platform;

import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.result.FieldError;
import io.appeals.schema.result.Rejection;
import io.appeals.schema.result.RejectionType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A system outside the marketplace's own that sends commands by a topic of its own, which nobody else may write to.
 *
 * @param name by which its topics are named
 * @param actors as whom it may act
 */
public record Platform(String name, List<TrustedActor> actors) {

    public Platform {
        actors = List.copyOf(actors);
    }

    /** Why it may not send this command in this actor's name; empty if it may. */
    public Optional<Rejection> refusal(IssuedCommand issued) {
        String command = issued.command().type();
        return actors.stream().anyMatch(trusted -> trusted.includes(issued.actor(), command))
                ? Optional.empty()
                : Optional.of(notTrusted(issued, command));
    }

    private Rejection notTrusted(IssuedCommand issued, String command) {
        String detail = "Platform " + name + " may not send " + command + " as "
                + issued.actor().type() + " " + issued.actor().id() + ". It may act as "
                + actors.stream().map(TrustedActor::toString).collect(Collectors.joining(", "))
                + ". Send it as one of these, or have the product's operators add to the platforms file.";
        return new Rejection(
                RejectionType.FORBIDDEN,
                "untrusted-actor",
                detail,
                List.of(new FieldError("/actor", "untrusted", "expected an actor that the platform may act as")),
                null,
                List.of());
    }
}
