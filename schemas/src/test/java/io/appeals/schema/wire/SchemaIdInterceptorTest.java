package io.appeals.schema.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.topic.PlatformTopics;
import io.appeals.schema.topic.Topic;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("With a schema registry, its ids stand on the wire and the catalogue's everywhere else")
class SchemaIdInterceptorTest {

    private static final WireFormat<RecordedEvent> FORMAT = Published.EVENTS.wireFormat();
    private static final String TOPIC = Topic.EVENTS.topicName();
    private static final int OURS = SchemaCatalogue.builtIn()
            .find(Topic.EVENTS.valueSubject(), Published.EVENTS.codec().schema())
            .id();
    private static final int THEIRS = 4_711;
    /** Such as a registry gives that had other schemas before: it is the catalogue's id of something else. */
    private static final int MISLEADING = OURS == 1 ? 2 : 1;

    private final RecordedEvent event =
            new RandomRecords(1).everyVariantOf(RecordedEvent.class).findFirst().orElseThrow();
    private final byte[] encoded = FORMAT.encode(event);

    private static SchemaIdInterceptor translating(Map<Integer, Integer> toRegistry) {
        return reading(toRegistry.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, theirs -> List.of(theirs.getValue()))));
    }

    private static SchemaIdInterceptor reading(Map<Integer, List<Integer>> toRegistry) {
        SchemaIdInterceptor interceptor = new SchemaIdInterceptor();
        interceptor.configure(SchemaIdInterceptor.clientSettings(toRegistry));
        return interceptor;
    }

    private static byte[] sent(SchemaIdInterceptor interceptor, String topic, byte[] value) {
        return (byte[])
                interceptor.onSend(new ProducerRecord<>(topic, "key", value)).value();
    }

    private static byte[] received(SchemaIdInterceptor interceptor, String topic, byte[] value) {
        ConsumerRecord<Object, Object> record = new ConsumerRecord<>(topic, 0, 0, "key", value.clone());
        TopicPartition partition = new TopicPartition(topic, 0);
        return (byte[]) interceptor
                .onConsume(new ConsumerRecords<>(new HashMap<>(Map.of(partition, List.of(record))), Map.of()))
                .iterator()
                .next()
                .value();
    }

    @Test
    void aRecordLeavesWithTheRegistrysIdAndComesBackWithTheCatalogues() {
        SchemaIdInterceptor interceptor = translating(Map.of(OURS, THEIRS, MISLEADING, 12));

        byte[] onTheWire = sent(interceptor, TOPIC, encoded);

        assertThat(ByteBuffer.wrap(onTheWire).getInt(1)).isEqualTo(THEIRS);
        assertThat(FORMAT.decode(received(interceptor, TOPIC, onTheWire))).isEqualTo(event);
        assertThat(FORMAT.decode(encoded)).as("the sender's own bytes").isEqualTo(event);
    }

    @Test
    void anIdThatTheRegistryGaveToSomethingElseIsNotTakenForTheCatalogues() {
        SchemaIdInterceptor interceptor = translating(Map.of(OURS, THEIRS));

        byte[] received = received(interceptor, TOPIC, encoded);

        assertThatThrownBy(() -> FORMAT.decode(received))
                .isInstanceOf(UndecodableRecordException.class)
                .hasMessage("schema id " + OURS + " is no schema of " + Topic.EVENTS.valueSubject());
    }

    @Test
    void ordersOfIdsThatCrossAreToldApart() {
        SchemaIdInterceptor interceptor = translating(Map.of(OURS, MISLEADING, MISLEADING, OURS));

        byte[] onTheWire = sent(interceptor, TOPIC, encoded);

        assertThat(ByteBuffer.wrap(onTheWire).getInt(1)).isEqualTo(MISLEADING);
        assertThat(FORMAT.decode(received(interceptor, TOPIC, onTheWire))).isEqualTo(event);
    }

    @Test
    void otherTopicsAndOtherFormsPassAsTheyAre() {
        SchemaIdInterceptor interceptor = translating(Map.of(OURS, THEIRS));
        byte[] noWireFormat = {1, 2, 3, 4, 5, 6};
        byte[] tooShort = {0, 1};

        assertThat(sent(interceptor, "appeals-status-v2-appeals-changelog", encoded))
                .isEqualTo(encoded);
        assertThat(received(interceptor, "appeals-status-v2-appeals-changelog", encoded))
                .isEqualTo(encoded);
        assertThat(received(interceptor, TOPIC, noWireFormat)).isEqualTo(noWireFormat);
        assertThat(received(interceptor, TOPIC, tooShort)).isEqualTo(tooShort);
        assertThat(interceptor.onSend(new ProducerRecord<>(TOPIC, "key", null)).value())
                .as("a tombstone")
                .isNull();
    }

    @Test
    void aSchemaThatHasAnotherIdUnderAPlatformsSubjectIsReadUnderBothAndWrittenUnderOne() {
        int underPlatformsSubject = THEIRS + 1;
        SchemaIdInterceptor interceptor = reading(Map.of(OURS, List.of(THEIRS, underPlatformsSubject)));
        String platformsOwn = new PlatformTopics("acme").commands();
        byte[] fromPlatform = encoded.clone();
        ByteBuffer.wrap(fromPlatform).putInt(1, underPlatformsSubject);

        assertThat(FORMAT.decode(received(interceptor, platformsOwn, fromPlatform)))
                .isEqualTo(event);
        assertThat(ByteBuffer.wrap(sent(interceptor, platformsOwn, encoded)).getInt(1))
                .isEqualTo(THEIRS);
    }

    @Test
    void oneIdForTwoSchemasIsRefused() {
        assertThatThrownBy(() -> translating(Map.of(1, THEIRS, 2, THEIRS)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("have the same id 4711");
    }
}
