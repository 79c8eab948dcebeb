package io.appeals.api.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.ActorType;
import io.appeals.schema.appeal.SubjectType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a line says beside the command's own fields.
 *
 * @param commandId a fresh one, when left out
 * @param appealId follows from sellerId and subject, when left out
 * @param actor who acts, as far as the platform vouches for them
 * @param issuedAt when, as far as the platform vouches for it
 */
record Envelope(
        String type,
        @Nullable String commandId,
        @Nullable String appealId,
        @Nullable Long expectedVersion,
        @Nullable Acting actor,
        @Nullable Instant issuedAt) {

    private static final List<String> NAMES =
            List.of("type", "commandId", "appealId", "expectedVersion", "actor", "issuedAt");

    /** Who acts. */
    record Acting(
            ActorType type,
            String id,
            @Nullable String onBehalfOf,
            @Nullable String mandateId) {

        Actor actor() {
            return new Actor(type, id, onBehalfOf, mandateId);
        }
    }

    /** Which matter it is about, for a line without an appealId. */
    record Matter(@Nullable String sellerId, About subject) {

        /** What the appeal's id follows from. */
        record About(SubjectType type, String reference) {}
    }

    /** Takes the envelope's fields out of the line, so that the command's own are left. */
    static JsonNode takenOutOf(ObjectNode line) {
        return taken(line, NAMES);
    }

    /** Takes the fields out that say which matter a line without an appealId is about. */
    static JsonNode matterTakenOutOf(ObjectNode line) {
        return taken(line, List.of("sellerId", "subject"));
    }

    private static JsonNode taken(ObjectNode line, List<String> names) {
        ObjectNode taken = line.objectNode();
        for (String name : names) {
            JsonNode value = line.remove(name);
            if (value != null) {
                taken.set(name, value);
            }
        }
        return taken;
    }
}
