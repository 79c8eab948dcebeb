package io.appeals.api.analysts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appeals.api.http.Answer;
import io.appeals.api.http.Casework;
import io.appeals.api.http.Person;
import io.appeals.api.http.SmallCluster;
import io.appeals.schema.topic.AppealPartition;
import io.appeals.schema.topic.Topic;
import io.appeals.schema.wire.Published;
import io.appeals.schema.wire.SchemaCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("broker")
@Timeout(240)
@DisplayName("The next release adds a kind of event, and all of today's consumers keep running")
class NextReleaseTest {

    private static final int PARTITIONS = 4;

    @RegisterExtension
    static final SmallCluster cluster = new SmallCluster();

    private final Person analyst = cluster.api().with("analyst", "ana");

    @Test
    void anEventOfAKindThatNobodyKnowsYet() throws Exception {
        Casework transferred = Casework.decided(cluster.api());
        Casework other = Casework.submitted(cluster.api());
        append(transferred);

        readersThatAskTheRegistryCountIt(transferred, other);
        readersWithTodaysSchemaSeeItsFramingAndReadAllElse(transferred);
        todaysNodeSaysWhichAppealItCannotFollowAndGoesOnWithTheOthers(transferred, other);
        tablesForAnalystsAreAsTheApiHasThem(transferred);
    }

    private void append(Casework appeal) throws Exception {
        byte[] transfer = NextRelease.transferAfter(eventsOf(appeal).getLast());
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", cluster.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            NextRelease.topic(), AppealPartition.of(appeal.id(), PARTITIONS), appeal.id(), transfer))
                    .get();
        }
    }

    private void readersThatAskTheRegistryCountIt(Casework... appeals) throws IOException {
        NodeProgram program = NodeProgram.installed(Path.of("..", "docs", "analysts", "kafkajs"));
        Map<String, Integer> expected = new HashMap<>(Map.of(NextRelease.NEW_KIND, 1));
        for (Casework appeal : appeals) {
            for (JsonNode event : analyst.get("/v1/appeals/" + appeal.id() + "/events?limit=200")
                    .isOk()
                    .json()
                    .at("/items")) {
                expected.merge(event.at("/type").asText(), 1, Integer::sum);
            }
        }
        try (NextRelease next = NextRelease.beside(registry())) {
            JsonNode counted = new ObjectMapper()
                    .readTree(program.run("events.mjs", cluster.bootstrapServers(), next.registryUrl()));

            assertThat(counted).isEqualTo(new ObjectMapper().valueToTree(expected));
        }
    }

    private void readersWithTodaysSchemaSeeItsFramingAndReadAllElse(Casework appeal) {
        List<GenericRecord> events = eventsOf(appeal);

        GenericRecord transfer = events.getLast();
        assertThat(transfer.get("type")).hasToString(NextRelease.NEW_KIND);
        assertThat(transfer.get("version")).isEqualTo(appeal.version() + 1);
        assertThat(transfer.getSchema().getFields().stream()
                        .filter(field -> field.schema().isUnion())
                        .map(field -> transfer.get(field.pos())))
                .as("kinds of today")
                .containsOnlyNulls();
        assertThat(events).hasSize(Math.toIntExact(appeal.version() + 1));
    }

    private void todaysNodeSaysWhichAppealItCannotFollowAndGoesOnWithTheOthers(Casework unknown, Casework other)
            throws InterruptedException {
        Answer seen = analyst.get("/v1/appeals/" + unknown.id()).isOk();
        while (!seen.json().has("degradedSince")) {
            Thread.sleep(50);
            seen = analyst.get("/v1/appeals/" + unknown.id()).isOk();
        }
        assertThat(seen.json().at("/degradedSince").asLong()).isEqualTo(unknown.version() + 1);
        assertThat(seen.json().at("/version").asLong()).isEqualTo(unknown.version());

        other.by("reviewer", "/start-review", "{}");
        assertThat(analyst.get("/health/readiness").status()).isEqualTo(200);
    }

    /** What the node cannot follow is counted as it was before. */
    private void tablesForAnalystsAreAsTheApiHasThem(Casework appeal) throws JsonProcessingException {
        NodeProgram program = NodeProgram.installed(Path.of("..", "docs", "analysts", "kafkajs"));
        JsonNode counted = new ObjectMapper()
                .readTree(program.run(
                        "outcomes.mjs", cluster.bootstrapServers(), registry().toString()));

        assertThat(counted.at("/appeals").asInt()).isEqualTo(2);
        JsonNode listed = analyst.get("/v1/appeals?limit=200").isOk().json().at("/items");
        assertThat(listed)
                .filteredOn(item -> item.at("/appealId").asText().equals(appeal.id()))
                .singleElement()
                .satisfies(item -> assertThat(
                                counted.at("/byOutcome/" + item.at("/outcome").asText())
                                        .asInt())
                        .isEqualTo(1));
    }

    private static URI registry() {
        return cluster.api().uri().resolve("/schema-registry");
    }

    /** As a reader has them that was built with today's schema, whatever they were written with. */
    private static List<GenericRecord> eventsOf(Casework appeal) {
        List<GenericRecord> events = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", cluster.bootstrapServers(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(Topic.EVENTS.topicName(), partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    if (record.key().equals(appeal.id())) {
                        events.add(decoded(record.value()));
                    }
                }
            }
        }
        return events;
    }

    private static GenericRecord decoded(byte[] value) {
        int id = ByteBuffer.wrap(value).getInt(1);
        Schema written = SchemaCatalogue.builtIn()
                .byId(id)
                .map(version -> version.schema())
                .orElseGet(NextRelease::eventSchema);
        try {
            return new GenericDatumReader<GenericRecord>(
                            written, Published.EVENTS.codec().schema())
                    .read(null, DecoderFactory.get().binaryDecoder(value, 5, value.length - 5, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
