package io.appeals.api.problem;

import io.micronaut.http.HttpStatus;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every kind of error the API answers with; an integrator may rely on the slugs. */
public enum ProblemType {
    MALFORMED(
            HttpStatus.BAD_REQUEST,
            "The request cannot be understood",
            "The body is no JSON, a field is unknown, missing or of the wrong type, or a parameter or header has no valid form. "
                    + "'errors' names every place at once: correct them and send the request again."),
    UNAUTHENTICATED(
            HttpStatus.UNAUTHORIZED,
            "Nobody knows who is calling",
            "Send a valid token as 'Authorization: Bearer <token>'. A token must be signed RS256 or ES256 by a known key, must not "
                    + "have expired, and must carry 'sub', 'roles' and, for sellers, 'sellerId'."),
    FORBIDDEN(
            HttpStatus.FORBIDDEN,
            "The caller's role does not allow this",
            "The request is understood, but whoever has the caller's roles may not do it. 'detail' says who may."),
    NOT_FOUND(
            HttpStatus.NOT_FOUND,
            "There is nothing here for this caller",
            "The path or the id is unknown, or it belongs to somebody whose cases the caller may not see."),
    METHOD_NOT_ALLOWED(
            HttpStatus.METHOD_NOT_ALLOWED,
            "The path does not know this method",
            "The header 'Allow' lists the methods that it knows."),
    NOT_ACCEPTABLE(
            HttpStatus.NOT_ACCEPTABLE,
            "The answer has none of the accepted formats",
            "The header 'Accept' must allow application/json, or application/x-ndjson for a stream of commands."),
    INVALID_TRANSITION(
            HttpStatus.CONFLICT,
            "The appeal's status does not allow this now",
            "'allowedActions' lists what this caller may do instead, in the status that the appeal has at 'currentVersion'."),
    APPEAL_ALREADY_EXISTS(
            HttpStatus.CONFLICT,
            "This matter has an appeal already",
            "An appeal's id follows from seller and subject. Continue with the one named by 'appealId'."),
    EVIDENCE_ELSEWHERE(
            HttpStatus.CONFLICT,
            "The file is kept elsewhere",
            "Only the document's data are kept here. 'detail' says where the file itself is."),
    VERSION_MISMATCH(
            HttpStatus.PRECONDITION_FAILED,
            "The appeal has changed since it was read",
            "Read it again, check whether the command still makes sense, and send it with the new version in 'If-Match'."),
    TOO_LARGE(
            HttpStatus.REQUEST_ENTITY_TOO_LARGE,
            "The body is too long",
            "'detail' says how long it may be. Files are kept elsewhere; many commands go through POST /v1/commands, line by line."),
    UNSUPPORTED_MEDIA_TYPE(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "The body has a format that this path does not take",
            "Send application/json; POST /v1/commands takes application/x-ndjson."),
    RULE_VIOLATED(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "A rule of the procedure forbids this",
            "'rule' names it and 'detail' says what has to be done first. 'errors' points to the fields it is about, where there are such."),
    IDEMPOTENCY_KEY_REUSED(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "This command id was used for something else",
            "A command id ('Idempotency-Key') names one command of an appeal for ever. Send other content under another id."),
    SIMULATION_TOO_LONG(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "The log is too long for the time that is allowed",
            "Policies are compared by reading the whole log. 'detail' says how far it was read, how long all of it would take, and "
                    + "which setting allows more."),
    RATE_LIMITED(
            HttpStatus.TOO_MANY_REQUESTS,
            "Too many requests",
            "Wait as many seconds as 'Retry-After' says. Many commands at once are better sent through POST /v1/commands."),
    INTERNAL(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "The server failed",
            "It is our fault. Whether a command was carried out is told by sending it again under the same command id. Quote "
                    + "'instance' when you report it: the node's log has the cause under that name."),
    NOT_READY(
            HttpStatus.SERVICE_UNAVAILABLE,
            "The node cannot serve this right now",
            "Try again after as many seconds as 'Retry-After' says; a command under the same command id ('commandId').");

    private final HttpStatus status;
    private final String title;
    private final String explanation;

    ProblemType(HttpStatus status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    public HttpStatus status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** What it means and what to do, for a developer. */
    public String explanation() {
        return explanation;
    }

    /** For instance {@code invalid-transition}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a problem's {@code type} says: where this kind is explained. */
    public String path() {
        return "/problems/" + slug();
    }

    public static Optional<ProblemType> ofSlug(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }

    /** The kind that a status stands for where nothing more is known. */
    static ProblemType ofStatus(int status) {
        return Arrays.stream(values())
                .filter(type -> type.status.getCode() == status)
                .findFirst()
                .orElse(status < 500 ? MALFORMED : status == 503 ? NOT_READY : INTERNAL);
    }
}
