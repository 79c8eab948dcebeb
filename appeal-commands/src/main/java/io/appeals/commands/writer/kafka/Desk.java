package io.appeals.commands.writer.kafka;

import io.appeals.commands.writer.ledger.LogPosition;
import io.appeals.commands.writer.queue.DirectCommand;
import io.appeals.commands.writer.queue.FromTopic;
import io.appeals.commands.writer.queue.Submission;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;

/** What the owner has before it during one tenure: its partitions, those under recovery, and how far each has come. */
final class Desk {

    private final Tenure tenure;
    private final Recovery recovery;
    private final Thread recoveryThread;
    private final Queue<RecoveringPartition> recovered = new ConcurrentLinkedQueue<>();
    private final Map<Integer, Long> nextCommands = new HashMap<>();
    private final Map<Integer, Long> lastEvents = new HashMap<>();

    /**
     * For partitions that have been claimed.
     *
     * @param recoveryOf makes the recovery that reports to what it is given
     */
    Desk(Tenure tenure, Runnable wakeOwner, Function<Recovery.Ready, Recovery> recoveryOf) {
        this.tenure = tenure;
        this.recovery = recoveryOf.apply(partition -> {
            recovered.add(partition);
            wakeOwner.run();
        });
        this.recoveryThread =
                Thread.ofPlatform().daemon().name("appeals-recovery").start(recovery);
    }

    Tenure tenure() {
        return tenure;
    }

    double recoveryProgress() {
        return isFullyServed() ? 1 : recovery.progress();
    }

    /** Serves what has been recovered meanwhile. */
    void serveRecovered() {
        for (RecoveringPartition next = recovered.poll(); next != null; next = recovered.poll()) {
            nextCommands.put(next.partition(), next.commandOffset());
            tenure.serve(next.partition(), next.commandOffset());
        }
    }

    boolean isFullyServed() {
        return tenure.servingPartitions() == tenure.partitions().size();
    }

    /** False for what was read from the topic in an earlier tenure and for what is not served here. */
    boolean concerns(Submission submission) {
        return switch (submission) {
            case DirectCommand direct -> tenure.serves(direct.partition());
            case FromTopic topic -> topic.tenure() == tenure.number();
        };
    }

    /** Of each partition that is served. */
    Map<Integer, Long> nextCommands() {
        return nextCommands;
    }

    /**
     * Takes note of what was committed.
     *
     * @throws KafkaException if the log has become shorter than it was: what is known is not what the log says
     */
    void committed(Map<Integer, Long> commandOffsets, Map<Integer, LogPosition> positions) {
        nextCommands.putAll(commandOffsets);
        positions.forEach((partition, position) -> {
            Long before = lastEvents.put(partition, position.offset());
            if (before != null && before >= position.offset()) {
                throw new KafkaException("the log of partition " + partition + " was at offset " + before
                        + " and has fallen back to " + position.offset());
            }
        });
    }

    /** Stops the recovery, if it still goes on. */
    void leave() {
        recovery.cancel();
        boolean interrupted = false;
        while (recoveryThread.isAlive()) {
            try {
                recoveryThread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
