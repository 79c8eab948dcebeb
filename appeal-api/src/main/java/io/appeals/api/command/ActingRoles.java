package io.appeals.api.command;

import static io.appeals.schema.appeal.ActorType.PLATFORM;
import static io.appeals.schema.appeal.ActorType.REPRESENTATIVE;
import static io.appeals.schema.appeal.ActorType.REVIEWER;
import static io.appeals.schema.appeal.ActorType.SELLER;
import static io.appeals.schema.appeal.ActorType.SUPERVISOR;

import io.appeals.api.caller.Caller;
import io.appeals.api.caller.Role;
import io.appeals.api.problem.ProblemException;
import io.appeals.api.problem.ProblemType;
import io.appeals.schema.appeal.ActorType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In which roles a caller can act. Analysts and administrators read; they take no part in a case. */
final class ActingRoles {

    private static final List<ActorType> ACTING = List.of(SELLER, REPRESENTATIVE, REVIEWER, SUPERVISOR, PLATFORM);

    private ActingRoles() {}

    /** All of the caller's; empty for one who only reads. */
    static List<ActorType> of(Caller caller) {
        return ACTING.stream()
                .filter(type -> caller.is(Role.valueOf(type.name())))
                .toList();
    }

    /**
     * The one that the caller names, or else all.
     *
     * @throws ProblemException for a caller who only reads, or who names a role that the token does not have
     */
    static List<ActorType> chosen(Caller caller, @Nullable Role actingAs) {
        List<ActorType> types = of(caller).stream()
                .filter(type -> actingAs == null || type.name().equals(actingAs.name()))
                .toList();
        if (types.isEmpty()) {
            throw ProblemException.of(
                    ProblemType.FORBIDDEN,
                    "The token's roles are " + caller.roleNames()
                            + (actingAs == null
                                    ? "; with them one reads and sends no commands."
                                    : "; with them one cannot act as " + actingAs.claim() + "."));
        }
        return types;
    }
}
