package io.appeals.api.problem;

import io.appeals.projections.InvalidCursor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** A cursor that is damaged or belongs to another listing. */
@Singleton
class InvalidCursorProblem implements ExceptionHandler<InvalidCursor, HttpResponse<Problem>> {

    private final ProblemResponses responses;

    InvalidCursorProblem(ProblemResponses responses) {
        this.responses = responses;
    }

    @Override
    public HttpResponse<Problem> handle(HttpRequest request, InvalidCursor invalid) {
        return responses.handle(
                request, ProblemException.malformed("cursor", "format", String.valueOf(invalid.getMessage())));
    }
}
