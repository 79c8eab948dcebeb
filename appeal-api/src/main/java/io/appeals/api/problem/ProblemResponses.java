package io.appeals.api.problem;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Answers a request that ended with a {@link ProblemException}. */
@Produces(ProblemResponses.PROBLEM_JSON)
@Singleton
class ProblemResponses implements ExceptionHandler<ProblemException, HttpResponse<Problem>> {

    static final String PROBLEM_JSON = "application/problem+json";
    static final MediaType PROBLEM_TYPE = MediaType.of(PROBLEM_JSON);

    @Override
    public HttpResponse<Problem> handle(HttpRequest request, ProblemException exception) {
        Problem problem = exception.problem();
        MutableHttpResponse<Problem> response = HttpResponse.<Problem>status(HttpStatus.valueOf(problem.status()))
                .body(problem)
                .contentType(PROBLEM_TYPE);
        exception.retryAfter().ifPresent(wait -> response.header(HttpHeaders.RETRY_AFTER, seconds(wait)));
        return response;
    }

    /** Rounded up: a caller who comes back too early is refused again. */
    private static String seconds(Duration wait) {
        return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
    }
}
