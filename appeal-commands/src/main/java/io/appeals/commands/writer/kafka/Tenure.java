package io.appeals.commands.writer.kafka;

import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.jspecify.annotations.Nullable;

/**
 * The time in which this node owns a set of partitions without interruption: from an assignment, or from a recovery
 * after a failure, to the next of these. Partitions, and the generation in whose name they may be written to, belong
 * together: a transaction in the name of a later generation would pass although its partitions may have gone.
 */
final class Tenure {

    /** From where the commands of a partition are to be read. */
    record Start(int partition, long commandOffset) {}

    private final long number;
    private final ConsumerGroupMetadata generation;
    private final Set<Integer> partitions;
    private final AtomicIntegerArray serving;
    private final Queue<Start> starts = new ConcurrentLinkedQueue<>();

    /** @param partitionCount of the topic */
    Tenure(long number, ConsumerGroupMetadata generation, Set<Integer> partitions, int partitionCount) {
        this.number = number;
        this.generation = generation;
        this.partitions = Set.copyOf(partitions);
        this.serving = new AtomicIntegerArray(partitionCount);
    }

    /** The same partitions in the same generation, with none of them served yet. */
    Tenure again(long nextNumber) {
        return new Tenure(nextNumber, generation, partitions, serving.length());
    }

    long number() {
        return number;
    }

    ConsumerGroupMetadata generation() {
        return generation;
    }

    Set<Integer> partitions() {
        return partitions;
    }

    /** From now on the partition's commands are decided. */
    void serve(int partition, long commandOffset) {
        serving.set(partition, 1);
        starts.add(new Start(partition, commandOffset));
    }

    boolean serves(int partition) {
        return serving.get(partition) == 1;
    }

    int servingPartitions() {
        int count = 0;
        for (int partition : partitions) {
            count += serving.get(partition);
        }
        return count;
    }

    /** For the poller: the next partition whose commands may be read. */
    @Nullable
    Start nextStart() {
        return starts.poll();
    }
}
