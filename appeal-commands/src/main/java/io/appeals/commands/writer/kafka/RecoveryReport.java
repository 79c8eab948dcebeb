package io.appeals.commands.writer.kafka;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs how far a recovery is and, where it stands still, which transactions in the log it waits for. */
final class RecoveryReport {

    private static final Logger LOG = LoggerFactory.getLogger(RecoveryReport.class);
    private static final long SHOW_EVERY = Duration.ofSeconds(2).toNanos();
    /** Longer than a broker lets a silent owner's transaction live: ten seconds, and as many until it looks. */
    private static final long STANDSTILL = Duration.ofSeconds(30).toNanos();

    private final OwnerClients clients;
    private final int partitions;
    private long shownAt = System.nanoTime();
    private long movedAt = shownAt;
    private long read;

    /** @param partitions how many are recovered at once */
    RecoveryReport(OwnerClients clients, int partitions) {
        this.clients = clients;
        this.partitions = partitions;
    }

    /** To be called again and again while there are partitions left. */
    void show(List<RecoveringPartition> left, double progress) {
        long now = System.nanoTime();
        long readNow = left.stream().mapToLong(RecoveringPartition::read).sum();
        if (readNow != read) {
            read = readNow;
            movedAt = now;
        }
        if (left.isEmpty() || now - shownAt <= SHOW_EVERY) {
            return;
        }
        shownAt = now;
        LOG.info("recovering {} of {} partitions: {} %", left.size(), partitions, Math.round(100 * progress));
        if (now - movedAt > STANDSTILL) {
            movedAt = now;
            showWhatIsWaitedFor(left);
        }
    }

    private void showWhatIsWaitedFor(List<RecoveringPartition> left) {
        try (Admin admin = clients.admin()) {
            OpenTransactions.in(
                            admin, left.stream().map(RecoveringPartition::inLog).toList())
                    .forEach(open -> LOG.warn(
                            "{}. Nothing behind it is committed before it ends, which should have happened by now: see 'A "
                                    + "transaction that never ends' in docs/operations/README.md",
                            open));
        } catch (KafkaException e) {
            LOG.debug("what the recovery waits for cannot be told", e);
        }
    }
}
