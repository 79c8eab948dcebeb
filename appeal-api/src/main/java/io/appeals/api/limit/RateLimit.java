package io.appeals.api.limit;

import io.appeals.api.problem.Problem;
import io.appeals.api.problem.ProblemException;
import io.appeals.api.problem.ProblemType;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.security.Principal;
import java.time.Duration;

/** Refuses the requests of a caller who sends too many, before they cost anything. */
@ServerFilter("/v1/**")
class RateLimit implements Ordered {

    private final Allowances allowances;

    RateLimit(Allowances allowances) {
        this.allowances = allowances;
    }

    /** After the security filter, which finds out who is calling. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }

    @RequestFilter
    void limit(HttpRequest<?> request) {
        String caller = request.getUserPrincipal()
                .map(Principal::getName)
                .orElseGet(() -> request.getRemoteAddress().getHostString());
        Duration wait = allowances.take(caller);
        if (!wait.isZero()) {
            Problem problem =
                    Problem.of(ProblemType.RATE_LIMITED, "You have sent more requests than you may; wait a moment.");
            throw ProblemException.temporary(problem, wait);
        }
    }
}
