package io.appeals.api.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.time.Duration;

/** Server-sent events in their written form (WHATWG HTML, 9.2). */
@Singleton
final class EventText {

    private final ObjectWriter json;

    EventText(ObjectMapper mapper) {
        this.json = mapper.writerFor(FeedMessage.class);
    }

    /** JSON has no line breaks of its own, so that the data are one line. */
    void write(FeedItem item, String id, ByteArrayOutputStream out) {
        out.writeBytes(("id: " + id + "\nevent: " + item.type() + "\ndata: ").getBytes(UTF_8));
        try {
            out.writeBytes(json.writeValueAsBytes(FeedMessage.of(item)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every message can be written as JSON", e);
        }
        out.writeBytes("\n\n".getBytes(UTF_8));
    }

    /** Tells a client how soon to come back, and where it begins. */
    byte[] opening(Duration retry, String id) {
        return ("retry: " + retry.toMillis() + "\nid: " + id + "\n: listening\n\n").getBytes(UTF_8);
    }

    /** No event, but it moves the client's position on past what was not for it. */
    byte[] heartbeat(String id) {
        return ("id: " + id + "\n: heartbeat\n\n").getBytes(UTF_8);
    }
}
