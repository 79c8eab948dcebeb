package io.appeals.api.problem;

import io.appeals.projections.NotReady;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** A query that cannot be answered completely yet. */
@Singleton
class NotReadyProblem implements ExceptionHandler<NotReady, HttpResponse<Problem>> {

    private final ProblemResponses responses;

    NotReadyProblem(ProblemResponses responses) {
        this.responses = responses;
    }

    @Override
    public HttpResponse<Problem> handle(HttpRequest request, NotReady notReady) {
        Problem problem = Problem.of(ProblemType.NOT_READY, "Not everything is known here yet: " + notReady.progress());
        return responses.handle(request, ProblemException.temporary(problem, notReady.retryAfter()));
    }
}
