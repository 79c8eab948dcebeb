package io.appeals.schema.wire;

import io.appeals.schema.topic.PlatformTopics;
import io.appeals.schema.topic.Topic;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Gives what leaves for a published topic the registry's schema id in place of the catalogue's, and the other way round for what
 * comes. It sits in every Kafka client of the product, put there by {@link #clientSettings}, so that nothing else knows of
 * registries. Other topics, and values in no wire format, pass as they are.
 */
public final class SchemaIdInterceptor
        implements ProducerInterceptor<Object, Object>, ConsumerInterceptor<Object, Object> {

    static final String IDS = "appeals.schema.ids";

    private static final int HEADER = 5;
    private static final Set<String> PUBLISHED =
            Arrays.stream(Topic.values()).map(Topic::topicName).collect(Collectors.toSet());

    private SchemaIdTranslation ids = new SchemaIdTranslation(Map.of());

    /**
     * What a Kafka client is to be configured with, so that it translates.
     *
     * @param toRegistry the registry's ids by the catalogue's: the first is written, all are read
     */
    public static Map<String, String> clientSettings(Map<Integer, List<Integer>> toRegistry) {
        return Map.of(
                ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG,
                SchemaIdInterceptor.class.getName(),
                IDS,
                SchemaIdTranslation.text(toRegistry));
    }

    @Override
    public void configure(Map<String, ?> configuration) {
        ids = SchemaIdTranslation.parse(String.valueOf(configuration.get(IDS)));
    }

    @Override
    public ProducerRecord<Object, Object> onSend(ProducerRecord<Object, Object> record) {
        if (!(record.value() instanceof byte[] value) || !isTranslated(record.topic(), value)) {
            return record;
        }
        // A copy: whoever sends may keep the bytes.
        byte[] translated = value.clone();
        ByteBuffer id = ByteBuffer.wrap(translated, 1, Integer.BYTES);
        ids.toRegistry(id.getInt(1)).ifPresent(registryId -> id.putInt(1, registryId));
        return new ProducerRecord<>(
                record.topic(), record.partition(), record.timestamp(), record.key(), translated, record.headers());
    }

    /** In place: nobody else has seen these bytes yet. */
    @Override
    public ConsumerRecords<Object, Object> onConsume(ConsumerRecords<Object, Object> records) {
        records.forEach(record -> {
            if (record.value() instanceof byte[] value && isTranslated(record.topic(), value)) {
                ByteBuffer id = ByteBuffer.wrap(value);
                id.putInt(1, ids.toCatalogue(id.getInt(1)).orElse(WireFormat.unknown(id.getInt(1))));
            }
        });
        return records;
    }

    private static boolean isTranslated(String topic, byte[] value) {
        return value.length >= HEADER && value[0] == 0 && (PUBLISHED.contains(topic) || PlatformTopics.include(topic));
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void onAcknowledgement(RecordMetadata metadata, Exception exception) {}

    @Override
    public void close() {}
}
