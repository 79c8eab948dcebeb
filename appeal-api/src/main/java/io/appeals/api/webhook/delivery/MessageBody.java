package io.appeals.api.webhook.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.appeals.api.feed.FeedItem;
import io.appeals.api.feed.FeedMessage;

/** Writes what a receiver gets. */
public final class MessageBody {

    /** Longer ones go without their data: receivers refuse bodies of unusual length. */
    static final int LONGEST = 128 * 1024;

    private final ObjectWriter json;

    public MessageBody(ObjectMapper mapper) {
        this.json = mapper.writerFor(FeedMessage.class);
    }

    public byte[] of(FeedItem item) {
        FeedMessage message = FeedMessage.of(item);
        byte[] body = write(message);
        return body.length <= LONGEST ? body : write(message.thin());
    }

    public byte[] write(FeedMessage message) {
        try {
            return json.writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every message can be written as JSON", e);
        }
    }
}
