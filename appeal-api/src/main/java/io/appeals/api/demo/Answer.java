package io.appeals.api.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/**
 * What the API said.
 *
 * @param body empty where there was none
 * @param retryAfter how long to wait before trying again, where trying again is of use
 */
record Answer(int status, JsonNode body, Duration retryAfter) {

    boolean isGood() {
        return status / 100 == 2;
    }

    /** Nothing is wrong with the request; there is only no answer to it yet. */
    boolean isNotYet() {
        return status == 202 || status == 429 || status == 503;
    }

    /** A field of the body; empty where it has none of that name. */
    String text(String field) {
        return body.path(field).asText("");
    }

    /** In one line, for a person: what a problem says of itself. */
    String told() {
        StringBuilder told = new StringBuilder("HTTP " + status);
        append(told, text("title").isEmpty() ? body.toString() : text("title"));
        append(told, text("detail"));
        body.path("errors")
                .forEach(error -> append(
                        told,
                        error.path("pointer").asText() + " "
                                + error.path("detail").asText()));
        return told.toString();
    }

    private static void append(StringBuilder told, String more) {
        if (!more.isEmpty()) {
            told.append(" | ").append(more);
        }
    }
}
