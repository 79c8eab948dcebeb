package io.appeals.api.command;

import io.appeals.api.caller.Caller;
import io.appeals.api.problem.Problem;
import io.appeals.api.problem.ProblemException;
import io.appeals.api.problem.ProblemType;
import io.appeals.api.time.ProductTime;
import io.appeals.commands.CommandAnswer;
import io.appeals.commands.CommandAnswer.Decided;
import io.appeals.commands.CommandAnswer.Pending;
import io.appeals.commands.CommandAnswer.Unavailable;
import io.appeals.commands.CommandDoor;
import io.appeals.schema.appeal.Actor;
import io.appeals.schema.command.AppealCommand;
import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.result.CommandResult;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/** Hands the caller's command to its owner, and turns what the owner says into the HTTP answer. */
@Singleton
public class CommandDesk {

    private static final Pattern APPEAL_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final CommandDoor door;
    private final Actors actors;
    private final SentCommands sent;
    private final ProductTime time;

    CommandDesk(CommandDoor door, Actors actors, SentCommands sent, ProductTime time) {
        this.door = door;
        this.actors = actors;
        this.sent = sent;
        this.time = time;
    }

    /** A command to an appeal that exists; answered 200. Fails with a {@link ProblemException}. */
    public CompletableFuture<HttpResponse<AcceptedCommand>> change(
            Caller caller, CommandHeaders headers, String appealId, AppealCommand command) {
        if (!APPEAL_ID.matcher(appealId).matches()) {
            throw ProblemException.of(ProblemType.NOT_FOUND, "There is no appeal " + appealId + ".");
        }
        return send(caller, headers, appealId, command).thenApply(answer -> respond(answer, HttpStatus.OK));
    }

    /** A command that begins an appeal; answered 201. */
    public CompletableFuture<HttpResponse<AcceptedCommand>> begin(
            Caller caller, CommandHeaders headers, String appealId, AppealCommand command) {
        return send(caller, headers, appealId, command).thenApply(answer -> respond(answer, HttpStatus.CREATED));
    }

    private CompletableFuture<CommandAnswer> send(
            Caller caller, CommandHeaders headers, String appealId, AppealCommand command) {
        return actors.of(caller, headers.actingAs(), appealId, command).thenCompose(actor -> {
            IssuedCommand issued = issued(headers, appealId, actor, command);
            sent.remember(issued.commandId(), appealId, caller);
            return headers.async() ? door.submitAsync(issued) : door.submit(issued);
        });
    }

    private IssuedCommand issued(CommandHeaders headers, String appealId, Actor actor, AppealCommand command) {
        return new IssuedCommand(
                headers.commandId().value(), appealId, headers.expectedVersion(), actor, time.instant(), command);
    }

    private static HttpResponse<AcceptedCommand> respond(CommandAnswer answer, HttpStatus done) {
        return switch (answer) {
            case Decided(CommandResult result)
            when result.rejection() != null ->
                throw ProblemException.of(Problem.of(result.rejection(), result.commandId(), result.appealId()));
            case Decided(CommandResult result) -> accepted(result, done);
            case Pending(String commandId, String appealId) ->
                HttpResponse.accepted(URI.create("/v1/commands/" + commandId))
                        .body(AcceptedCommand.pending(commandId, appealId));
            case Unavailable unavailable -> throw unavailable(unavailable);
        };
    }

    private static HttpResponse<AcceptedCommand> accepted(CommandResult result, HttpStatus done) {
        MutableHttpResponse<AcceptedCommand> response = HttpResponse.<AcceptedCommand>status(done)
                .body(AcceptedCommand.of(result))
                .header(HttpHeaders.ETAG, "\"" + result.version() + "\"");
        return done == HttpStatus.CREATED
                ? response.header(HttpHeaders.LOCATION, "/v1/appeals/" + result.appealId())
                : response;
    }

    static ProblemException unavailable(Unavailable unavailable) {
        Problem problem =
                Problem.of(ProblemType.NOT_READY, unavailable.reason()).about(unavailable.commandId(), null);
        return ProblemException.temporary(problem, unavailable.retryAfter());
    }
}
