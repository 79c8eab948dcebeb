package io.appeals.api.cli.tail;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.api.broker.EmbeddedBroker;
import io.appeals.api.cli.EventsOnBroker;
import io.appeals.api.cli.SoundLog;
import io.appeals.schema.event.RecordedEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On a broker of its own: it reads the one topic that all nodes share. */
@Tag("broker")
@Timeout(60)
class EventTailTest {
    private final List<RecordedEvent> events = SoundLog.seeded(3).events();
    private final List<RecordedEvent> before = events.subList(0, 40);
    private final List<RecordedEvent> after = events.subList(40, events.size());
    private final List<String> told = new ArrayList<>();
    private EmbeddedBroker broker;
    private EventsOnBroker log;

    @BeforeEach
    void aLogWithSomeEvents(@TempDir Path data) throws Exception {
        broker = EmbeddedBroker.start(data, 0);
        log = new EventsOnBroker(broker.bootstrapServers());
        log.commit(before);
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void onlyWhatHappensFromNowOnIsTold() throws Exception {
        try (var consumer = consumer()) {
            EventTail tail = tail(consumer, null, null);
            tail.begin(false);
            log.commit(after);

            followUntil(tail, after.size());

            assertThat(told).containsExactlyInAnyOrderElementsOf(lines(after));
        }
    }

    @Test
    void fromTheBeginningEverythingIsToldEachAppealInOrder() throws Exception {
        try (var consumer = consumer()) {
            EventTail tail = tail(consumer, null, null);
            tail.begin(true);

            followUntil(tail, before.size());

            assertThat(told).containsExactlyInAnyOrderElementsOf(lines(before));
            String appealId = before.getFirst().appealId();
            assertThat(told)
                    .filteredOn(line -> line.contains(appealId))
                    .containsExactlyElementsOf(lines(ofAppeal(before, appealId)));
        }
    }

    @Test
    void aFilterTellsOneAppealOnly() throws Exception {
        String appealId = before.getFirst().appealId();
        try (var consumer = consumer()) {
            EventTail tail = tail(consumer, null, appealId);
            tail.begin(true);

            followUntil(tail, ofAppeal(before, appealId).size());

            assertThat(told).containsExactlyElementsOf(lines(ofAppeal(before, appealId)));
        }
    }

    @Test
    void whatCannotBeDecodedIsToldWithItsPlaceAndStopsNothing() throws Exception {
        log.commitBytes(before.getFirst().appealId(), new byte[] {9});
        try (var consumer = consumer()) {
            EventTail tail = tail(consumer, null, null);
            tail.begin(true);

            followUntil(tail, before.size() + 1);

            assertThat(told)
                    .filteredOn(line -> line.contains("cannot be decoded"))
                    .singleElement()
                    .asString()
                    .contains("offset", before.getFirst().appealId());
        }
    }

    private void followUntil(EventTail tail, int lines) {
        while (told.size() < lines) {
            tail.follow();
        }
        tail.follow();
    }

    private EventTail tail(
            KafkaConsumer<String, byte[]> consumer, @Nullable String sellerId, @Nullable String appealId) {
        return new EventTail(consumer, new EventFilter(sellerId, appealId), told::add);
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private static List<RecordedEvent> ofAppeal(List<RecordedEvent> events, String appealId) {
        return events.stream()
                .filter(event -> event.appealId().equals(appealId))
                .toList();
    }

    private static List<String> lines(List<RecordedEvent> events) {
        return events.stream().map(EventLine::of).toList();
    }
}
