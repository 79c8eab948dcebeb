package io.appeals.api.request;

import io.appeals.api.problem.ProblemException;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Refuses query parameters that a path does not know: what is misspelt must not be passed over. */
@ServerFilter("/v1/**")
class KnownParameters implements Ordered {

    /** After the security filter: who may not ask learns nothing. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }

    @RequestFilter
    void refuseUnknown(HttpRequest<?> request) {
        Set<String> given = request.getParameters().names();
        if (!given.isEmpty()
                && RouteAttributes.getRouteMatch(request).orElse(null) instanceof MethodBasedRouteMatch<?, ?> route) {
            refuseUnknown(given, namesOf(route.getArguments()));
        }
    }

    private static Set<String> namesOf(Argument<?>[] arguments) {
        return Arrays.stream(arguments)
                .filter(argument -> argument.getAnnotationMetadata().hasAnnotation(QueryValue.class))
                .map(argument -> argument.getAnnotationMetadata()
                        .stringValue(QueryValue.class)
                        .orElse(argument.getName()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void refuseUnknown(Set<String> given, Set<String> known) {
        for (String name : given) {
            if (!known.contains(name)) {
                throw ProblemException.malformed(
                        name,
                        "unknown",
                        known.isEmpty()
                                ? "no parameters are known here"
                                : "no such parameter is known here; there are " + String.join(", ", known));
            }
        }
    }
}
