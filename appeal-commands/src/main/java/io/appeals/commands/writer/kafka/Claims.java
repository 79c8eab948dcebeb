package io.appeals.commands.writer.kafka;

import io.appeals.commands.writer.WriterSettings;
import io.appeals.schema.topic.Topic;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Makes partitions this node's own before it serves them: finds in the group's offsets who claimed each of them last,
 * fences that node's producer, and then claims them in a transaction that the group refuses to all but the present
 * generation. From then on a transaction that the broker accepts proves that nobody has claimed any of this node's
 * partitions since, so it need not carry the group's offsets to prove it.
 */
final class Claims {

    private final OwnerClients clients;

    Claims(OwnerClients clients) {
        this.clients = clients;
    }

    /**
     * Claims a tenure's partitions.
     *
     * @param log open, with nothing begun
     * @return from where each partition's commands are to be read
     * @throws KafkaException if they are no longer this node's, or it cannot be told
     */
    Map<Integer, Long> take(Tenure tenure, TransactionalLog log) {
        List<TopicPartition> partitions = tenure.partitions().stream()
                .map(partition -> new TopicPartition(Topic.COMMANDS.topicName(), partition))
                .toList();
        Map<TopicPartition, OffsetAndMetadata> claims = new HashMap<>();
        try (Admin admin = clients.admin()) {
            Map<TopicPartition, OffsetAndMetadata> former = formerClaims(admin, partitions);
            Map<TopicPartition, Long> first = firstCommands(admin, partitions);
            for (TopicPartition partition : partitions) {
                OffsetAndMetadata before = former.get(partition);
                claims.put(
                        partition, clients.claim(before == null ? first.getOrDefault(partition, 0L) : before.offset()));
            }
        }
        log.begin();
        log.commit(claims, tenure.generation());
        Map<Integer, Long> nextCommands = HashMap.newHashMap(claims.size());
        claims.forEach((partition, claim) -> nextCommands.put(partition.partition(), claim.offset()));
        return nextCommands;
    }

    /**
     * Gives partitions up before they go to somebody else, so that their next owner need not fence this node, which may
     * go on with others. For partitions that nobody here will write to before they are claimed again.
     */
    void release(Tenure tenure, Map<Integer, Long> nextCommands, TransactionalLog log) {
        Map<TopicPartition, OffsetAndMetadata> released = HashMap.newHashMap(nextCommands.size());
        nextCommands.forEach((partition, next) ->
                released.put(new TopicPartition(Topic.COMMANDS.topicName(), partition), new OffsetAndMetadata(next)));
        log.begin();
        log.commit(released, tenure.generation());
    }

    private Map<TopicPartition, OffsetAndMetadata> formerClaims(Admin admin, List<TopicPartition> partitions) {
        return new FormerClaims(admin, WriterSettings.OWNERS_GROUP, clients.transactionalId(), this::settled)
                .settled(partitions);
    }

    private Map<TopicPartition, OffsetAndMetadata> settled(Set<TopicPartition> partitions) {
        try (var reader = clients.logReader()) {
            return reader.committed(partitions);
        }
    }

    private static Map<TopicPartition, Long> firstCommands(Admin admin, Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> earliest = new HashMap<>();
        partitions.forEach(partition -> earliest.put(partition, OffsetSpec.earliest()));
        Map<TopicPartition, ListOffsetsResultInfo> found =
                FormerClaims.await(() -> admin.listOffsets(earliest).all().get());
        Map<TopicPartition, Long> first = new HashMap<>();
        found.forEach((partition, offset) -> first.put(partition, offset.offset()));
        return first;
    }
}
