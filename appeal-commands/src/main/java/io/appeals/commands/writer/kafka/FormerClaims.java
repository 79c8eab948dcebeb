package io.appeals.commands.writer.kafka;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/**
 * What a group has committed for partitions that change hands. Whoever has a partition names its transactional id in the
 * metadata of each offset that it commits, so that whoever comes next can fence it: what a lost node has under way is ended
 * at once, instead of being waited for until the broker gives it up.
 */
public final class FormerClaims {

    private final Admin admin;
    private final String group;
    private final String own;
    private final Function<Set<TopicPartition>, Map<TopicPartition, OffsetAndMetadata>> committed;

    /**
     * @param own transactional id, whose former producers are fenced already
     * @param committed asks for the group's offsets and waits for transactions on their way there, as a consumer does; asked
     *     for the same, the admin client leaves such partitions out
     */
    public FormerClaims(
            Admin admin,
            String group,
            String own,
            Function<Set<TopicPartition>, Map<TopicPartition, OffsetAndMetadata>> committed) {
        this.admin = admin;
        this.group = group;
        this.own = own;
        this.committed = committed;
    }

    /**
     * What the group has committed, when nobody else can commit to these partitions any more. Whoever is known from what
     * is committed is fenced first: that ends a transaction of theirs for which the second look would have to wait.
     *
     * @throws KafkaException if it cannot be told
     */
    public Map<TopicPartition, OffsetAndMetadata> settled(Collection<TopicPartition> partitions) {
        Set<TopicPartition> wanted = Set.copyOf(partitions);
        Set<String> fenced = new HashSet<>(Set.of(own));
        fence(seen(wanted), fenced);
        Map<TopicPartition, OffsetAndMetadata> settled = committed.apply(wanted);
        while (fence(settled, fenced)) {
            settled = committed.apply(wanted);
        }
        return settled;
    }

    /** @return true if there were owners not fenced before */
    private boolean fence(Map<TopicPartition, OffsetAndMetadata> claims, Set<String> alreadyFenced) {
        List<String> owners = new ArrayList<>();
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
    private Map<TopicPartition, OffsetAndMetadata> seen(Set<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> all = await(() -> admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get());
        Map<TopicPartition, OffsetAndMetadata> wanted = new HashMap<>(all);
        wanted.keySet().retainAll(partitions);
        return wanted;
    }

    /** A question to the brokers. */
    interface Call<T> {
        T get() throws ExecutionException, InterruptedException;
    }

    static <T> T await(Call<T> call) {
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
