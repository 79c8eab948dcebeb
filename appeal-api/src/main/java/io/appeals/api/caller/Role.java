package io.appeals.api.caller;

import static java.util.stream.Collectors.joining;

import io.appeals.api.problem.ProblemException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a token says that its bearer is; the claim {@code roles} holds these words in lower case. */
public enum Role {
    SELLER,
    REPRESENTATIVE,
    REVIEWER,
    SUPERVISOR,
    PLATFORM,
    ANALYST,
    ADMIN;

    /** The word in the token. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for a role that means nothing here; a token may carry such roles for other systems. */
    public static Optional<Role> ofClaim(String claim) {
        return Arrays.stream(values())
                .filter(role -> role.claim().equals(claim))
                .findFirst();
    }

    /** The answer to a word that is no role. */
    public static ProblemException unknown(String pointer, String claim) {
        String expected = "expected one of "
                + Arrays.stream(values()).map(Role::claim).collect(joining(", ")) + ", not '" + claim + "'";
        return ProblemException.malformed(pointer, "type", expected);
    }
}
