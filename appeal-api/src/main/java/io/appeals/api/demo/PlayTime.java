package io.appeals.api.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** What time it is in the product, as somebody outside reckons it who has asked once. */
final class PlayTime {

    private final Instant asked;
    private final int factor;
    private final long askedAt = System.nanoTime();

    private PlayTime(Instant asked, int factor) {
        this.asked = asked;
        this.factor = factor;
    }

    /** Everybody's time. */
    static PlayTime usual() {
        return new PlayTime(Instant.now(), 1);
    }

    /**
     * Asks the product.
     *
     * @throws IOException when it does not answer
     */
    static PlayTime read(ApiClient api, Person reader) throws IOException, InterruptedException {
        Answer answer = api.read(reader, "/v1/dev/time");
        return answer.isGood()
                ? new PlayTime(
                        Instant.parse(answer.text("now")),
                        answer.body().path("factor").asInt(1))
                : usual();
    }

    Instant now() {
        return asked.plus(Duration.ofNanos(System.nanoTime() - askedAt).multipliedBy(factor));
    }

    /** How many times as fast as everybody's it runs. */
    int factor() {
        return factor;
    }

    /** Whether people take their time: where it runs as everybody's, nobody who watches would wait for them. */
    boolean isCompressed() {
        return factor > 1;
    }

    /** How long that is for whoever watches. */
    Duration watched(Duration duration) {
        return duration.dividedBy(factor);
    }

    /** Lets so much of it pass. */
    void pass(Duration duration) throws InterruptedException {
        if (isCompressed()) {
            Thread.sleep(watched(duration));
        }
    }
}
