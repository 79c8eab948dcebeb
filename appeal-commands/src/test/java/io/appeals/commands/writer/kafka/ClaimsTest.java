package io.appeals.commands.writer.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appeals.commands.writer.BrokerInAnotherProcess;
import io.appeals.commands.writer.TestCluster;
import io.appeals.commands.writer.WriterSettings;
import io.appeals.schema.topic.Topic;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("broker")
@DisplayName("A claim ends what an owner before may still have under way, and nothing else")
class ClaimsTest {

    private static final long NEXT_COMMAND = 0;

    @TempDir
    static Path folder;

    private static BrokerInAnotherProcess broker;
    private static TestCluster cluster;

    @BeforeAll
    static void startBroker() throws Exception {
        broker = BrokerInAnotherProcess.start(folder);
        cluster = TestCluster.on(broker.bootstrapServers());
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    /** A node as far as its log goes: the group has no members, so every generation is the present one. */
    private record Node(OwnerClients clients, TransactionalLog log, Claims claims) implements AutoCloseable {

        static Node of(String nodeId) {
            OwnerClients clients = new OwnerClients(cluster.settings(nodeId, folder.resolve(nodeId)));
            TransactionalLog log = new TransactionalLog(clients::transactionalProducer);
            log.open();
            return new Node(clients, log, new Claims(clients));
        }

        Map<Integer, Long> claim(Integer... partitions) {
            return claims.take(tenure(partitions), log);
        }

        void release(Integer partition) {
            claims.release(tenure(partition), Map.of(partition, NEXT_COMMAND), log);
        }

        void begin(int partition) {
            log.begin();
            log.send(new ProducerRecord<>(Topic.EVENTS.topicName(), partition, "key", new byte[] {1}));
        }

        void commit() {
            log.commit(Map.of(), generation());
        }

        private static Tenure tenure(Integer... partitions) {
            return new Tenure(1, generation(), Set.of(partitions), TestCluster.PARTITIONS);
        }

        private static ConsumerGroupMetadata generation() {
            return new ConsumerGroupMetadata(WriterSettings.OWNERS_GROUP);
        }

        @Override
        public void close() {
            log.close();
        }
    }

    @Test
    void aFormerOwnerCannotCommitWhatItHadBegunBeforeItsPartitionWasClaimed() {
        try (Node former = Node.of("former");
                Node next = Node.of("next")) {
            former.claim(0, 1);
            former.begin(0);

            next.claim(0);

            assertThatThrownBy(former::commit).isInstanceOf(KafkaException.class);
            next.begin(0);
            next.commit();
        }
    }

    @Test
    void aFormerOwnerThatStartsAnewIsAnOwnerAgainOnlyOfWhatItClaimsAnew() {
        try (Node former = Node.of("fenced")) {
            former.claim(2);
            try (Node next = Node.of("successor")) {
                next.claim(2);
                assertThatThrownBy(() -> former.claim(1)).isInstanceOf(KafkaException.class);

                former.log().settle();
                former.log().open();
                former.claim(1);
                former.begin(1);
                former.commit();

                next.begin(2);
                next.commit();
            }
        }
    }

    @Test
    void whoeverReleasedAPartitionGoesOnWithTheOthersUndisturbed() {
        try (Node generous = Node.of("generous");
                Node next = Node.of("heir")) {
            generous.claim(2, 3);
            generous.release(2);
            generous.begin(3);

            assertThat(next.claim(2)).containsOnly(Map.entry(2, NEXT_COMMAND));

            generous.commit();
        }
    }
}
