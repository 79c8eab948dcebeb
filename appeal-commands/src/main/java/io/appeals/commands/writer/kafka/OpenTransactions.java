package io.appeals.commands.writer.kafka;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeProducersResult.PartitionProducerState;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Transactions that have begun in a partition and have not ended there: a reader of committed records waits for them. */
final class OpenTransactions {
    private OpenTransactions() {}

    /**
     * One line for each open transaction: where it is, whose, and since when.
     *
     * @throws KafkaException if the brokers do not tell
     */
    static List<String> in(Admin admin, Collection<TopicPartition> partitions) {
        Map<TopicPartition, PartitionProducerState> states = FormerClaims.await(
                () -> admin.describeProducers(partitions).all().get());
        List<String> open = new ArrayList<>();
        states.forEach((partition, state) -> state.activeProducers().stream()
                .filter(producer -> producer.currentTransactionStartOffset().isPresent())
                .forEach(producer -> open.add(describe(partition, producer))));
        return open;
    }

    private static String describe(TopicPartition partition, ProducerState producer) {
        return "partition " + partition + " has a transaction open from offset "
                + producer.currentTransactionStartOffset().orElseThrow() + " on, of producer " + producer.producerId()
                + " (epoch " + producer.producerEpoch() + "), last written to at "
                + Instant.ofEpochMilli(producer.lastTimestamp());
    }
}
