package io.appeals.api.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.appeals.api.caller.Caller;
import io.appeals.api.command.Actors;
import io.appeals.api.command.CommandHeaders;
import io.appeals.api.docs.CommonProblems;
import io.appeals.api.settings.Setting;
import io.appeals.api.settings.Settings;
import io.appeals.api.time.ProductTime;
import io.appeals.commands.CommandDoor;
import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.core.io.buffer.ReferenceCounted;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.inject.Named;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Takes commands line by line. */
@Controller("/v1/commands")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Commands")
class CommandStreamRoute {

    static final String NDJSON = "application/x-ndjson";

    private final CommandDoor door;
    private final Actors actors;
    private final ProductTime time;
    private final ObjectMapper mapper;
    private final ExecutorService executor;
    private final int inFlight;
    private final int longestLine;

    CommandStreamRoute(
            CommandDoor door,
            Actors actors,
            ProductTime time,
            ObjectMapper mapper,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor,
            Settings settings) {
        this.door = door;
        this.actors = actors;
        this.time = time;
        this.mapper = mapper;
        this.executor = executor;
        this.inFlight = Math.max(1, settings.number(Setting.HTTP_STREAM_IN_FLIGHT));
        this.longestLine = settings.bytes(Setting.HTTP_MAX_BODY_SIZE);
    }

    @Post(consumes = NDJSON, produces = NDJSON)
    @CommonProblems
    @Operation(
            summary = "Takes any number of commands, one a line, and answers each with a line",
            description = """
                    The fast path for platforms. The request may be endless: each line is carried out as it comes, and answered in the
                    lines' order while more are sent. Each line succeeds or fails on its own; a line that is no JSON gets an answer too.
                    Answers that are not read hold up the reading of commands.

                    A line is `{type, commandId, appealId, expectedVersion?, ...}` with the fields of the command's own route, and those of
                    its path (`evidenceId`, `mandateId`, `remedy`). Without `appealId` the line names `sellerId` and
                    `subject{type, reference}`, from which it follows. Callers with the role platform may say who acts, as
                    `actor{type, id, onBehalfOf?, mandateId?}`, and when, as `issuedAt`.
                    """,
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = NDJSON,
                                            schema = @Schema(type = "string"),
                                            examples = @ExampleObject(value = """
                                            {"type":"OpenAppeal","commandId":"c-1","sellerId":"S-100","subject":{"type":"LISTING","reference":"LST-4711"},"category":"PRODUCT_AUTHENTICITY","statement":"The goods are genuine."}
                                            {"type":"SubmitAppeal","commandId":"c-2","sellerId":"S-100","subject":{"type":"LISTING","reference":"LST-4711"},"truthDeclaration":{"accepted":true,"signer":"A. Seller"}}
                                            """))))
    @ApiResponse(
            responseCode = "200",
            description = "One answer a line, in order",
            content = @Content(mediaType = NDJSON, schema = @Schema(implementation = LineOutcome.class)))
    Publisher<byte[]> commands(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) CommandHeaders headers,
            @Parameter(hidden = true) @Body Publisher<ByteBuffer<?>> body) {
        CommandStream stream = new CommandStream(caller, headers.actingAs(), door, actors, time, mapper, longestLine);
        Flux<byte[]> chunks = Flux.from(body).map(CommandStreamRoute::taken);
        return new Gathering(stream.answers(chunks, inFlightOf(caller, headers)), executor);
    }

    /** Where each line has to look at its case to know who acts, the line before must be done with it. */
    private int inFlightOf(Caller caller, CommandHeaders headers) {
        return Actors.isAlwaysTheSame(caller, headers.actingAs()) ? inFlight : 1;
    }

    private static byte[] taken(ByteBuffer<?> chunk) {
        byte[] bytes = chunk.toByteArray();
        if (chunk instanceof ReferenceCounted counted) {
            counted.release();
        }
        return bytes;
    }
}
