package io.appeals.api.problem;

import io.appeals.schema.result.FieldError;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem. It is an answer, not a fault, and so carries no stack trace. */
public final class ProblemException extends RuntimeException {

    private final transient Problem problem;
    private final transient @Nullable Duration retryAfter;

    private ProblemException(Problem problem, @Nullable Duration retryAfter) {
        super(problem.title() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    public static ProblemException of(Problem problem) {
        return new ProblemException(problem, null);
    }

    public static ProblemException of(ProblemType type, String detail) {
        return of(Problem.of(type, detail));
    }

    /** @param errors every place that is wrong */
    public static ProblemException malformed(String detail, List<FieldError> errors) {
        return of(Problem.of(ProblemType.MALFORMED, detail, errors));
    }

    /** A header or parameter that has no valid form. */
    public static ProblemException malformed(String name, String code, String detail) {
        return malformed(name.isEmpty() ? detail : name + ": " + detail, List.of(new FieldError(name, code, detail)));
    }

    /** Something that goes away by itself. */
    public static ProblemException temporary(Problem problem, Duration retryAfter) {
        return new ProblemException(problem, retryAfter);
    }

    public Problem problem() {
        return problem;
    }

    /** When trying again makes sense, where waiting helps. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
