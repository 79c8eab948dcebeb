package io.appeals.api.node;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appeals.api.broker.EmbeddedBroker;
import io.appeals.api.cli.SoundLog;
import io.appeals.schema.topic.Topic;
import io.appeals.schema.wire.Published;
import io.appeals.schema.wire.SchemaIdInterceptor;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("broker")
@DisplayName("A log is kept with the schema ids that it was begun with")
class LogIdsTest {

    private static final int PARTITIONS = 3;
    private static final byte[] DAMAGED = "no event".getBytes(UTF_8);

    @TempDir
    Path folder;

    @Test
    void oneDamagedEventStopsNobodyAndOtherIdsStopTheNode() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
            Map<String, Object> clients = Map.of("bootstrap.servers", broker.bootstrapServers());
            createTopic(clients);
            assertThatCode(() -> LogIds.requireKnown(clients, PARTITIONS))
                    .as("an empty log")
                    .doesNotThrowAnyException();

            append(clients, 0, DAMAGED);
            assertThatThrownBy(() -> LogIds.requireKnown(clients, PARTITIONS))
                    .isInstanceOf(OtherSchemaIdsException.class);

            append(clients, 1, event());
            assertThatCode(() -> LogIds.requireKnown(clients, PARTITIONS)).doesNotThrowAnyException();

            Map<String, Object> ofARegistry = new HashMap<>(clients);
            ofARegistry.putAll(
                    SchemaIdInterceptor.clientSettings(Map.of(1, List.of(101), 2, List.of(102), 3, List.of(103))));
            assertThatThrownBy(() -> LogIds.requireKnown(ofARegistry, PARTITIONS))
                    .isInstanceOf(OtherSchemaIdsException.class)
                    .hasMessageContaining("appeals.schema-registry.url");
        }
    }

    private static byte[] event() {
        return Published.EVENTS.wireFormat().encode(SoundLog.seeded(1).events().getFirst());
    }

    private static void createTopic(Map<String, Object> clients) throws Exception {
        try (Admin admin = Admin.create(clients)) {
            admin.createTopics(
                            List.of(new NewTopic(Topic.EVENTS.topicName(), Optional.of(PARTITIONS), Optional.empty())))
                    .all()
                    .get();
        }
    }

    private static void append(Map<String, Object> clients, int partition, byte[] value) throws Exception {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(clients, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topic.EVENTS.topicName(), partition, "appeal", value))
                    .get();
        }
    }
}
