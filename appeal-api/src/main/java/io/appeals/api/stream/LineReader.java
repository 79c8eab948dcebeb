package io.appeals.api.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appeals.api.caller.Caller;
import io.appeals.api.caller.Role;
import io.appeals.api.command.CommandId;
import io.appeals.api.command.EnforcementCommands.RecordEnforcement;
import io.appeals.api.command.FilingCommands.OpenAppeal;
import io.appeals.api.problem.ProblemException;
import io.appeals.api.request.BodyReader;
import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.ActorType;
import io.appeals.schema.appeal.AppealId;
import io.appeals.schema.appeal.Subject;
import io.appeals.schema.command.AppealCommand;
import java.time.Instant;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads the command in a line. */
final class LineReader {

    private final Caller caller;

    LineReader(Caller caller) {
        this.caller = caller;
    }

    /**
     * A line's command.
     *
     * @param actor null when the caller itself acts
     * @param issuedAt null for now
     */
    record Sent(
            CommandId commandId,
            String appealId,
            @Nullable Long expectedVersion,
            @Nullable Actor actor,
            @Nullable Instant issuedAt,
            AppealCommand command) {}

    /** The id that the line gives its command, as far as the line can be read. */
    static @Nullable String commandId(@Nullable ObjectNode line) {
        JsonNode id = line == null ? null : line.get("commandId");
        return id == null ? null : id.textValue();
    }

    /** @throws ProblemException for a line that holds no JSON object */
    static ObjectNode parse(Line line) {
        JsonNode json = BodyReader.parse(line.text(), line.from(), line.length());
        if (json instanceof ObjectNode object) {
            return object;
        }
        throw ProblemException.malformed(
                "", "type", "expected an object with type, commandId, appealId and the command's fields");
    }

    /** @throws ProblemException naming everything that is wrong */
    Sent read(ObjectNode line) {
        Envelope envelope = BodyReader.read(Envelope.takenOutOf(line), Envelope.class);
        vouched(envelope);
        CommandId commandId = envelope.commandId() == null ? CommandId.random() : new CommandId(envelope.commandId());
        return switch (envelope.type()) {
            case "RecordEnforcement" -> {
                RecordEnforcement body = BodyReader.read(line, RecordEnforcement.class);
                yield sent(envelope, commandId, idOf(envelope, body.sellerId(), body.about()), body.command());
            }
            case "OpenAppeal" -> {
                OpenAppeal body = BodyReader.read(line, OpenAppeal.class);
                String seller = seller(body.sellerId());
                yield sent(envelope, commandId, idOf(envelope, seller, body.about()), body.command(seller));
            }
            default -> {
                BiFunction<JsonNode, CommandId, AppealCommand> form = form(envelope.type());
                String appealId = envelope.appealId() == null ? idOfMatter(line) : envelope.appealId();
                yield sent(envelope, commandId, appealId, form.apply(line, commandId));
            }
        };
    }

    private static Sent sent(Envelope envelope, CommandId commandId, String appealId, AppealCommand command) {
        Actor actor = envelope.actor() == null ? null : envelope.actor().actor();
        return new Sent(commandId, appealId, envelope.expectedVersion(), actor, envelope.issuedAt(), command);
    }

    private static BiFunction<JsonNode, CommandId, AppealCommand> form(String type) {
        BiFunction<JsonNode, CommandId, AppealCommand> form = LineForms.of(type);
        if (form == null) {
            throw ProblemException.malformed(
                    "/type",
                    "type",
                    "expected one of OpenAppeal, RecordEnforcement, " + String.join(", ", LineForms.types()) + ", not '"
                            + type + "'");
        }
        return form;
    }

    /** The marketplace's own systems know who acts and when; everybody else acts as who they are, now. */
    private void vouched(Envelope envelope) {
        if (!caller.is(Role.PLATFORM)) {
            refuse("/actor", envelope.actor());
            refuse("/issuedAt", envelope.issuedAt());
        }
        if (envelope.actor() != null && envelope.actor().type() == ActorType.SYSTEM) {
            throw ProblemException.malformed("/actor/type", "range", "nobody acts as SYSTEM but the product itself");
        }
    }

    private static void refuse(String pointer, @Nullable Object given) {
        if (given != null) {
            throw ProblemException.malformed(
                    pointer, "forbidden", "only callers with the role platform may say this; leave it out");
        }
    }

    private static String idOf(Envelope envelope, String sellerId, Subject subject) {
        String appealId = AppealId.of(sellerId, subject);
        if (envelope.appealId() != null && !envelope.appealId().equals(appealId)) {
            throw ProblemException.malformed(
                    "/appealId", "invalid", "this seller's appeal about this subject has the id " + appealId);
        }
        return appealId;
    }

    private String idOfMatter(ObjectNode line) {
        if (!line.has("subject")) {
            throw ProblemException.malformed(
                    "/appealId",
                    "required",
                    "it is missing; expected it, or sellerId and subject, from which it follows");
        }
        Envelope.Matter matter = BodyReader.read(Envelope.matterTakenOutOf(line), Envelope.Matter.class);
        return AppealId.of(
                seller(matter.sellerId()),
                matter.subject().type(),
                matter.subject().reference());
    }

    private String seller(@Nullable String given) {
        if (given == null && caller.sellerId() == null) {
            throw ProblemException.malformed("/sellerId", "required", "say for which seller the appeal is");
        }
        return given == null ? Objects.requireNonNull(caller.sellerId()) : given;
    }
}
