package io.appeals.commands.writer.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.commands.writer.BrokerInAnotherProcess;
import io.appeals.commands.writer.TestCluster;
import io.appeals.schema.topic.Topic;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("broker")
@DisplayName("What a reader of committed records waits for can be told")
class OpenTransactionsTest {

    private static final TopicPartition FIRST = new TopicPartition(Topic.EVENTS.topicName(), 1);
    private static final TopicPartition SECOND = new TopicPartition(Topic.EVENTS.topicName(), 2);

    @TempDir
    Path folder;

    @Test
    void aTransactionIsNamedWithItsPlaceAndItsProducerUntilItEnds() throws Exception {
        try (BrokerInAnotherProcess broker = BrokerInAnotherProcess.start(folder)) {
            OwnerClients clients =
                    new OwnerClients(TestCluster.on(broker.bootstrapServers()).settings("slow", folder));
            try (Admin admin = clients.admin();
                    Producer<String, byte[]> producer = clients.transactionalProducer()) {
                producer.initTransactions();
                begin(producer, FIRST);
                assertThat(OpenTransactions.in(admin, List.of(FIRST, SECOND)))
                        .singleElement()
                        .asString()
                        .startsWith(
                                "partition appeals.events.v1-1 has a transaction open from offset 0 on, of producer ");

                producer.commitTransaction();
                // the broker lets nobody begin who is still ending something
                begin(producer, SECOND);
                assertThat(OpenTransactions.in(admin, List.of(FIRST, SECOND)))
                        .singleElement()
                        .asString()
                        .startsWith("partition appeals.events.v1-2 ");
            }
        }
    }

    private static void begin(Producer<String, byte[]> producer, TopicPartition partition) {
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(partition.topic(), partition.partition(), "key", new byte[] {1}));
        producer.flush();
    }
}
