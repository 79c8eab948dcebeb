package io.appeals.api.topics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.api.broker.KafkaBroker;
import io.appeals.api.http.Casework;
import io.appeals.api.http.LiveApi;
import io.appeals.schema.topic.AppealPartition;
import io.appeals.schema.topic.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reads as a stranger would: with Avro's own reader, and schemas from the registry's protocol by the id on the wire. */
@Tag("broker")
class TopicsAsDocumentedTest {

    @RegisterExtension
    static final LiveApi live = new LiveApi();

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Map<Integer, Schema> schemas = new HashMap<>();

    @ParameterizedTest
    @EnumSource(names = {"EVENTS", "STATUS", "DECISIONS", "SLA_CLOCKS"})
    void recordsHaveTheKeysHeadersAndSchemasThatAreWrittenOfThem(Topic topic) {
        Casework appeal = Casework.decided(live.api());

        List<ConsumerRecord<String, byte[]>> records =
                read(topic, record -> subject(record).equals(appeal.id()), appeal.version());

        assertThat(records).isNotEmpty().allSatisfy(record -> {
            assertThat(record.key()).startsWith(appeal.id());
            assertThat(record.partition()).isEqualTo(AppealPartition.of(record.key(), partitions(topic)));
            RecordHeader.of(topic).stream()
                    .filter(RecordHeader::always)
                    .forEach(header -> assertThat(record.headers().lastHeader(header.name()))
                            .as(header.name())
                            .isNotNull());
            assertThat(RecordHeader.of(topic)).extracting(RecordHeader::name).containsAll(headersOf(record));
            GenericRecord value = decoded(record.value());
            assertThat(value.get("appealId")).hasToString(appeal.id());
            assertThat(value.get("version")).hasToString(header(record, "ce_sequence"));
        });
        assertThat(reflects(records, appeal.version())).isTrue();
    }

    @Test
    void aCommandByTopicHasTheHeadersAndTheResultThatAreWrittenOfIt() {
        Casework appeal = Casework.opened(live.api());
        String commandId = appeal.seller()
                .with("prefer", "respond-async")
                .post("/v1/appeals/" + appeal.id() + "/messages", "{\"body\": \"By topic.\"}")
                .is(202)
                .text("/commandId");

        ConsumerRecord<String, byte[]> result = read(Topic.COMMAND_RESULTS, record -> commandId.equals(record.key()), 0)
                .getFirst();

        assertThat(RecordHeader.of(Topic.COMMAND_RESULTS))
                .extracting(RecordHeader::name)
                .containsAll(headersOf(result));
        assertThat(header(result, "ce_subject")).isEqualTo(appeal.id());
        assertThat(decoded(result.value()).get("commandId")).hasToString(commandId);
    }

    private static int partitions(Topic topic) {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            return consumer.partitionsFor(topic.topicName()).size();
        }
    }

    private static List<String> headersOf(ConsumerRecord<String, byte[]> record) {
        List<String> names = new ArrayList<>();
        record.headers().forEach(header -> names.add(header.key()));
        return names;
    }

    private static String subject(ConsumerRecord<String, byte[]> record) {
        return header(record, "ce_subject");
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    private static GenericRecord decoded(byte[] value) {
        ByteBuffer bytes = ByteBuffer.wrap(value);
        assertThat(bytes.get()).isZero();
        Schema schema = schemas.computeIfAbsent(bytes.getInt(), TopicsAsDocumentedTest::fetched);
        try {
            return new GenericDatumReader<GenericRecord>(schema)
                    .read(null, DecoderFactory.get().binaryDecoder(value, bytes.position(), bytes.remaining(), null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema fetched(int id) {
        String text = live.api()
                .anybody()
                .get("/schema-registry/schemas/ids/" + id)
                .isOk()
                .text("/schema");
        return new Schema.Parser().parse(text);
    }

    /** From the beginning until a record that is meant reflects this version. */
    private static List<ConsumerRecord<String, byte[]>> read(
            Topic topic, Predicate<ConsumerRecord<String, byte[]>> meant, long version) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            consumer.assign(consumer.partitionsFor(topic.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList());
            consumer.seekToBeginning(consumer.assignment());
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!reflects(found, version) && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (meant.test(record)) {
                        found.add(record);
                    }
                });
            }
        }
        return found;
    }

    /** Whether one of them is of this version; 0 where records have none. */
    private static boolean reflects(List<ConsumerRecord<String, byte[]>> found, long version) {
        return version == 0
                ? !found.isEmpty()
                : found.stream()
                        .anyMatch(record -> header(record, "ce_sequence").equals(Long.toString(version)));
    }

    private static KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        KafkaBroker.shared().bootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
