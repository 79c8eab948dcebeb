package io.appeals.api.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appeals.api.caller.Caller;
import io.appeals.api.caller.Role;
import io.appeals.api.command.Actors;
import io.appeals.api.problem.Problem;
import io.appeals.api.problem.ProblemException;
import io.appeals.api.problem.ProblemType;
import io.appeals.commands.CommandDoor;
import io.appeals.schema.appeal.Actor;
import io.appeals.schema.command.IssuedCommand;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One stream of commands: each line is handed to its owner as soon as it is there, up to a bounded number at a time, and
 * the answers go out in the lines' order. Whoever reads answers slowly is read slowly.
 */
final class CommandStream {

    private static final Logger LOG = LoggerFactory.getLogger(CommandStream.class);

    private final Caller caller;
    private final @Nullable Role actingAs;
    private final CommandDoor door;
    private final Actors actors;
    private final InstantSource time;
    private final ObjectWriter json;
    private final LineReader reader;
    private final LineSplitter lines;
    private final int longestLine;

    CommandStream(
            Caller caller,
            @Nullable Role actingAs,
            CommandDoor door,
            Actors actors,
            InstantSource time,
            ObjectMapper mapper,
            int longestLine) {
        this.caller = caller;
        this.actingAs = actingAs;
        this.door = door;
        this.actors = actors;
        this.time = time;
        this.json = mapper.writerFor(LineOutcome.class);
        this.reader = new LineReader(caller);
        this.lines = new LineSplitter(longestLine);
        this.longestLine = longestLine;
    }

    /** @param inFlight how many commands may be under way at a time */
    Flux<byte[]> answers(Flux<byte[]> chunks, int inFlight) {
        return chunks.concatMapIterable(lines::split)
                .concatWith(Flux.defer(() -> Flux.fromIterable(lines.rest())))
                .flatMapSequential(this::answer, inFlight, 1);
    }

    private Mono<byte[]> answer(Line line) {
        return Mono.fromFuture(outcome(line).thenApply(this::written), true);
    }

    private CompletableFuture<LineOutcome> outcome(Line line) {
        if (line.tooLong()) {
            return refused(
                    line,
                    null,
                    ProblemException.of(ProblemType.TOO_LARGE, "A line is at most " + longestLine + " bytes long."));
        }
        String commandId = null;
        try {
            ObjectNode read = LineReader.parse(line);
            commandId = LineReader.commandId(read);
            return send(line, reader.read(read));
        } catch (RuntimeException e) {
            return refused(line, commandId, e);
        }
    }

    private CompletableFuture<LineOutcome> send(Line line, LineReader.Sent sent) {
        return actor(sent)
                .thenCompose(actor -> door.submit(issued(sent, actor)))
                .handle((answer, failure) -> failure == null
                        ? LineOutcome.of(line.number(), answer)
                        : LineOutcome.rejected(line.number(), sent.commandId().value(), problem(failure)));
    }

    private CompletableFuture<Actor> actor(LineReader.Sent sent) {
        return sent.actor() != null
                ? CompletableFuture.completedFuture(sent.actor())
                : actors.of(caller, actingAs, sent.appealId(), sent.command());
    }

    private IssuedCommand issued(LineReader.Sent sent, Actor actor) {
        Instant issuedAt = sent.issuedAt() == null ? time.instant() : sent.issuedAt();
        return new IssuedCommand(
                sent.commandId().value(), sent.appealId(), sent.expectedVersion(), actor, issuedAt, sent.command());
    }

    private static CompletableFuture<LineOutcome> refused(Line line, @Nullable String commandId, Throwable failure) {
        return CompletableFuture.completedFuture(LineOutcome.rejected(line.number(), commandId, problem(failure)));
    }

    private static Problem problem(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof ProblemException expected) {
            return expected.problem();
        }
        Problem problem =
                Problem.of(ProblemType.INTERNAL, "The cause is in the node's log under this problem's 'instance'.");
        LOG.error("A line failed ({})", problem.instance(), cause);
        return problem;
    }

    private byte[] written(LineOutcome outcome) {
        try {
            byte[] text = json.writeValueAsBytes(outcome);
            byte[] line = Arrays.copyOf(text, text.length + 1);
            line[text.length] = '\n';
            return line;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
