package io.appeals.api.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appeals.api.http.Person;
import io.appeals.api.http.RunningApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A client of the stream, which remembers what it heard and the last id, as browsers do. */
final class EventStream implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One event as it came. */
    record Event(String id, String name, JsonNode data) {

        String appealId() {
            return data.at("/appealId").asText();
        }

        long sequence() {
            return data.at("/sequence").asLong();
        }
    }

    private final Stream<String> lines;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<String> comments = new CopyOnWriteArrayList<>();
    private volatile String lastId = "";
    private volatile boolean ended;

    private EventStream(Stream<String> lines) {
        this.lines = lines;
        Thread.ofVirtual().start(this::read);
    }

    /** Returns once the stream has begun. */
    static EventStream open(RunningApi api, Person person, String query, @Nullable String lastEventId) {
        Person asking = lastEventId == null ? person : person.with("last-event-id", lastEventId);
        try {
            HttpResponse<Stream<String>> response = api.client()
                    .send(
                            asking.with("accept", "text/event-stream")
                                    .request("GET", "/v1/stream" + query, BodyPublishers.noBody(), false),
                            BodyHandlers.ofLines());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("content-type").orElse("")).startsWith("text/event-stream");
            EventStream stream = new EventStream(response.body());
            stream.awaitComment("listening");
            return stream;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        String name = "message";
        StringBuilder data = new StringBuilder();
        try {
            for (String line : (Iterable<String>) lines::iterator) {
                if (line.isEmpty()) {
                    if (!data.isEmpty()) {
                        events.add(new Event(lastId, name, JSON.readTree(data.toString())));
                    }
                    name = "message";
                    data.setLength(0);
                } else if (line.startsWith(": ")) {
                    comments.add(line.substring(2));
                } else if (line.startsWith("id: ")) {
                    lastId = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data.append(line.substring(6));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            comments.add("broken off");
        } finally {
            ended = true;
        }
    }

    List<Event> events() {
        return events;
    }

    List<Event> about(String appealId) {
        return events.stream()
                .filter(event -> event.appealId().equals(appealId))
                .toList();
    }

    /** The id to come back with. */
    String lastId() {
        return lastId;
    }

    boolean hasEnded() {
        return ended;
    }

    void awaitComment(String comment) {
        await(stream -> stream.comments.contains(comment));
    }

    void await(Predicate<EventStream> condition) {
        Instant deadline = Instant.now().plusSeconds(20);
        while (!condition.test(this)) {
            assertThat(Instant.now())
                    .as("heard in time: %s, %s", events, comments)
                    .isBefore(deadline);
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        lines.close();
    }
}
