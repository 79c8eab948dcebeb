package io.appeals.api.caller;

import io.micronaut.security.authentication.Authentication;
import java.util.Collection;
import java.util.Map;

/** The caller as the security filter carries it through a request. */
record CallerAuthentication(Caller caller) implements Authentication {

    @Override
    public String getName() {
        return caller.id();
    }

    @Override
    public Collection<String> getRoles() {
        return caller.roles().stream().map(Role::claim).toList();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of();
    }
}
