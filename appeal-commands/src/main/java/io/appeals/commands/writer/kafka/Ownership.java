package io.appeals.commands.writer.kafka;

import java.time.Duration;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Where the poller, which hears of assignments, and the owner, which works in their name, meet. A tenure that is taken
 * away is over when the owner has let go of it, and only then does the poller let the group go on.
 */
final class Ownership {

    private final int partitionCount;
    private final Runnable wakeOwner;
    private long lastNumber;
    private volatile @Nullable Tenure current;
    private @Nullable Tenure inWork;

    Ownership(int partitionCount, Runnable wakeOwner) {
        this.partitionCount = partitionCount;
        this.wakeOwner = wakeOwner;
    }

    /** For the poller: these partitions are this node's now. */
    synchronized void assign(ConsumerGroupMetadata generation, Set<Integer> partitions) {
        current = new Tenure(++lastNumber, generation, partitions, partitionCount);
        wakeOwner.run();
    }

    /**
     * For the poller: the partitions are going. Waits until the owner has let go.
     *
     * @return false if it did not within that time; the broker will refuse whatever it still tries
     */
    synchronized boolean revoke(Duration atMost) throws InterruptedException {
        current = null;
        wakeOwner.run();
        long end = System.nanoTime() + atMost.toNanos();
        while (inWork != null) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /** For the owner, who has nothing of an earlier tenure in hand any more: what to work on now. */
    synchronized @Nullable Tenure take() {
        inWork = current;
        notifyAll();
        return inWork;
    }

    /** For the owner, after a failure: begins the tenure anew, unless it is over anyway. */
    synchronized void beginAnew(Tenure failed) {
        if (current == failed) {
            current = failed.again(++lastNumber);
        }
    }

    @Nullable
    Tenure current() {
        return current;
    }

    boolean serves(int partition) {
        Tenure tenure = current;
        return tenure != null && tenure.serves(partition);
    }
}
