package io.appeals.api.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.stream.Stream;

/** Hears of service levels and of what time has ended, as anybody can who listens to the product's stream. */
final class News implements Runnable {

    private static final String STREAM = "/v1/stream?types=sla.*,AppealLapsed,AppealClosed";
    private static final Duration BEFORE_LISTENING_AGAIN = Duration.ofSeconds(1);

    private final ObjectMapper json = new ObjectMapper();
    private final ApiClient api;
    private final Person listener;
    private final Tally tally;
    private String lastId = "";
    private String type = "";

    News(ApiClient api, Person listener, Tally tally) {
        this.api = api;
        this.listener = listener;
        this.tally = tally;
    }

    /** Until it is interrupted. A stream that ends is gone on with where it ended. */
    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try (Stream<String> lines = api.listen(listener, STREAM, lastId)) {
                lines.forEach(this::hear);
            } catch (IOException | UncheckedIOException e) {
                // Tried again below: the demo's own answers tell if the product is gone.
            } catch (InterruptedException e) {
                return;
            }
            try {
                Thread.sleep(BEFORE_LISTENING_AGAIN);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void hear(String line) {
        if (line.startsWith("id: ")) {
            lastId = line.substring(4);
        } else if (line.startsWith("event: ")) {
            type = line.substring(7);
        } else if (line.startsWith("data: ")) {
            tell(line.substring(6));
        }
    }

    private void tell(String data) {
        switch (type) {
            case "sla.warning" -> tally.warned();
            case "sla.breached" -> tally.breached();
            case "sla.recovered" -> tally.recovered();
            default -> tally.endedByTime(appealIn(data));
        }
    }

    private String appealIn(String data) {
        try {
            JsonNode event = json.readTree(data);
            return event.path("appealId").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
