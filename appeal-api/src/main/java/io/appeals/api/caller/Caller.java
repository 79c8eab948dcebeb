package io.appeals.api.caller;

import java.util.Set;
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
}
