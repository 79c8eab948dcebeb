package io.appeals.api.problem;

import io.appeals.api.settings.Setting;
import io.appeals.api.settings.Settings;
import io.appeals.schema.result.FieldError;
import io.micronaut.core.bind.exceptions.UnsatisfiedArgumentException;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.exceptions.BufferLengthExceededException;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.server.exceptions.NotAllowedException;
import io.micronaut.http.server.exceptions.UnsupportedMediaException;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives the errors that the server itself finds (no such path, wrong media type, a failure) the same form as ours. */
@Singleton
class ServerErrors implements ErrorResponseProcessor<Problem> {

    private static final Logger LOG = LoggerFactory.getLogger(ServerErrors.class);

    private final Settings settings;

    ServerErrors(Settings settings) {
        this.settings = settings;
    }

    @Override
    @SuppressWarnings("unchecked")
    public MutableHttpResponse<Problem> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        MutableHttpResponse<Problem> answer = (MutableHttpResponse<Problem>) response;
        Problem problem = problem(context, response.code());
        if (problem.status() >= 500) {
            LOG.error(
                    "{} {} failed ({})",
                    context.getRequest().getMethodName(),
                    context.getRequest().getPath(),
                    problem.instance(),
                    context.getRootCause().orElse(null));
        }
        answer.status(problem.status());
        return context.getRequest().getMethod() == HttpMethod.HEAD
                ? answer
                : answer.body(problem).contentType(ProblemResponses.PROBLEM_TYPE);
    }

    private Problem problem(ErrorContext context, int status) {
        return switch (context.getRootCause().orElse(null)) {
            case UnsatisfiedRouteException missing ->
                missing(missing.getArgument().getName());
            case UnsatisfiedArgumentException missing ->
                missing(missing.getArgument().getName());
            case ConversionErrorException wrong -> wrong(wrong);
            case ContentLengthExceededException _, BufferLengthExceededException _ -> tooLarge();
            case UnsupportedMediaException media -> unsupported(media);
            case NotAllowedException method -> notAllowed(method);
            case null, default -> byStatus(context, status);
        };
    }

    private static Problem missing(String name) {
        return name.equals("body")
                ? Problem.of(
                        ProblemType.MALFORMED,
                        "The request has no body, and this path takes one; /docs shows what it looks like.")
                : malformed(name, "required", "it is missing");
    }

    private static Problem wrong(ConversionErrorException wrong) {
        return malformed(
                wrong.getArgument().getName(),
                "invalid",
                "expected " + noun(wrong.getArgument().getType())
                        + wrong.getConversionError()
                                .getOriginalValue()
                                .map(value -> ", not '" + value + "'")
                                .orElse(""));
    }

    private static Problem malformed(String name, String code, String detail) {
        return Problem.of(
                ProblemType.MALFORMED, name + ": " + detail + ".", List.of(new FieldError(name, code, detail)));
    }

    private static String noun(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + List.of(type.getEnumConstants());
        }
        return switch (type.getSimpleName()) {
            case "Integer", "int", "Long", "long" -> "a whole number";
            case "Instant" -> "a time such as 2026-01-31T09:00:00Z";
            case "UUID" -> "a UUID";
            default -> "a valid value";
        };
    }

    private Problem tooLarge() {
        return Problem.of(
                ProblemType.TOO_LARGE,
                "A request's body is at most " + settings.text(Setting.HTTP_MAX_BODY_SIZE) + " long.");
    }

    private static Problem unsupported(UnsupportedMediaException media) {
        boolean file = media.getContentType().startsWith("multipart/");
        String expected = String.join(" or ", media.getAcceptableContentTypes());
        return Problem.of(
                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                file
                        ? "Files are not taken in here. Keep the file where you like and send its data as application/json: "
                                + "{kind, fileName, contentType, sizeBytes, sha256, location}."
                        : "Send " + expected + " (header 'Content-Type'), not " + media.getContentType() + ".");
    }

    private static Problem notAllowed(NotAllowedException method) {
        return Problem.of(
                ProblemType.METHOD_NOT_ALLOWED,
                "This path takes "
                        + method.getAllowedMethods().stream().sorted().collect(Collectors.joining(", ")) + ".");
    }

    private static Problem byStatus(ErrorContext context, int status) {
        ProblemType type = ProblemType.ofStatus(status);
        return Problem.of(type, detail(type, context));
    }

    private static @Nullable String detail(ProblemType type, ErrorContext context) {
        return switch (type) {
            case NOT_FOUND -> "Nothing is known at " + pathOf(context.getRequest()) + ".";
            case UNAUTHENTICATED ->
                "The token is missing, expired, or not signed by a known key, or it names no role. Send 'Authorization: Bearer <token>'.";
            case FORBIDDEN ->
                "The caller's roles do not allow " + context.getRequest().getMethodName() + " "
                        + pathOf(context.getRequest()) + ".";
            case INTERNAL -> "The cause is in the node's log under this problem's 'instance'.";
            default -> context.getErrors().stream().map(Error::getMessage).collect(Collectors.joining(" "));
        };
    }

    private static String pathOf(HttpRequest<?> request) {
        return request.getUri().getRawPath();
    }
}
