package io.appeals.commands.platform;

import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.ActorType;
import java.util.List;
import java.util.Set;

/**
 * In which role, as whom and with which commands a platform may act.
 *
 * @param ids whole ids, or beginnings of ids that end with {@code *}
 * @param commands the types of the commands; empty for all that the role may send
 */
public record TrustedActor(ActorType type, List<String> ids, Set<String> commands) {

    private static final String ANY_END = "*";

    public TrustedActor {
        ids = List.copyOf(ids);
        commands = Set.copyOf(commands);
    }

    /** Whether it is this actor who sends a command of this type. */
    boolean includes(Actor actor, String command) {
        return actor.type() == type
                && ids.stream().anyMatch(id -> matches(id, actor.id()))
                && (commands.isEmpty() || commands.contains(command));
    }

    private static boolean matches(String pattern, String id) {
        return pattern.endsWith(ANY_END)
                ? id.startsWith(pattern.substring(0, pattern.length() - ANY_END.length()))
                : id.equals(pattern);
    }

    /** For a person, for instance {@code SELLER acme-* (OpenAppeal, SubmitAppeal)}. */
    @Override
    public String toString() {
        String who = type + " " + String.join(" or ", ids);
        return commands.isEmpty()
                ? who
                : who + " (" + String.join(", ", commands.stream().sorted().toList()) + ")";
    }
}
