package io.appeals.api.caller;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling.
 *
 * @param id the token's {@code sub}
 * @param sellerId the seller whom a caller with the role {@code seller} is, or works for
 */
public record Caller(String id, Set<Role> roles, @Nullable String sellerId) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** For instance {@code reviewer, supervisor}. */
    public String roleNames() {
        return roles.stream().map(Role::claim).sorted().collect(Collectors.joining(", "));
    }

    /** Whether the caller sees every case: whoever works for the marketplace does. */
    public boolean seesEveryCase() {
        return roles.stream().anyMatch(role -> role != Role.SELLER && role != Role.REPRESENTATIVE);
    }
}
