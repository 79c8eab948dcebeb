package io.appeals.commands.writer.kafka;

import io.appeals.schema.topic.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

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

    /**
     * What the group has committed, when nobody else can commit to these partitions any more. Whoever is known from what
     * is committed is fenced first: that ends a transaction of theirs for which the second look would have to wait.
     */
    private Map<TopicPartition, OffsetAndMetadata> formerClaims(Admin admin, List<TopicPartition> partitions) {
        Set<String> fenced = new HashSet<>(Set.of(clients.transactionalId()));
        fence(admin, seen(admin, partitions), fenced);
        Map<TopicPartition, OffsetAndMetadata> settled = settled(partitions);
        while (fence(admin, settled, fenced)) {
            settled = settled(partitions);
        }
        return settled;
    }

    /** @return true if there were owners not fenced before */
    private static boolean fence(
            Admin admin, Map<TopicPartition, OffsetAndMetadata> claims, Set<String> alreadyFenced) {
        Collection<String> owners = new ArrayList<>();
        for (OffsetAndMetadata claim : claims.values()) {
            if (claim != null && !claim.metadata().isEmpty() && alreadyFenced.add(claim.metadata())) {
                owners.add(claim.metadata());
            }
        }
        if (!owners.isEmpty()) {
            await(() -> admin.fenceProducers(owners).all().get());
        }
        return !owners.isEmpty();
    }

    /** What is committed at this moment; what is on its way there is not waited for. */
    private static Map<TopicPartition, OffsetAndMetadata> seen(Admin admin, Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> all =
                await(() -> admin.listConsumerGroupOffsets(OwnerClients.OWNERS_GROUP)
                        .partitionsToOffsetAndMetadata()
                        .get());
        Map<TopicPartition, OffsetAndMetadata> wanted = new HashMap<>(all);
        wanted.keySet().retainAll(partitions);
        return wanted;
    }

    /** Waits for transactions that are on their way; asked for the same, the admin client leaves such partitions out. */
    private Map<TopicPartition, OffsetAndMetadata> settled(Collection<TopicPartition> partitions) {
        try (var reader = clients.logReader()) {
            return reader.committed(Set.copyOf(partitions));
        }
    }

    private static Map<TopicPartition, Long> firstCommands(Admin admin, Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> earliest = new HashMap<>();
        partitions.forEach(partition -> earliest.put(partition, OffsetSpec.earliest()));
        Map<TopicPartition, ListOffsetsResultInfo> found =
                await(() -> admin.listOffsets(earliest).all().get());
        Map<TopicPartition, Long> first = new HashMap<>();
        found.forEach((partition, offset) -> first.put(partition, offset.offset()));
        return first;
    }

    private interface Call<T> {
        T get() throws ExecutionException, InterruptedException;
    }

    private static <T> T await(Call<T> call) {
        try {
            return call.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException failure
                    ? failure
                    : new KafkaException("partitions could not be claimed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
