package io.appeals.commands.writer.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one queue before the owner: many threads put commands in, the owner's thread alone takes them out. Bounded in
 * number and in bytes, what the owner has in hand included; whoever finds it full hears so at once.
 */
public final class CommandQueue {

    private final Queue<Submission> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger depth = new AtomicInteger();
    private final AtomicLong weight = new AtomicLong();
    private final int maxCommands;
    private final long maxBytes;
    private volatile @Nullable Thread sleeper;
    private volatile boolean woken;

    public CommandQueue(int maxCommands, long maxBytes) {
        this.maxCommands = maxCommands;
        this.maxBytes = maxBytes;
    }

    /** @return false if there is no room */
    public boolean offer(DirectCommand command) {
        return offer(command, maxCommands, maxBytes);
    }

    /** Records of the topic may fill half of the queue: they can wait in the topic, callers cannot. */
    public boolean offer(FromTopic command) {
        return offer(command, maxCommands / 2, maxBytes / 2);
    }

    private boolean offer(Submission command, int commandsAtMost, long bytesAtMost) {
        // one that is heavier than the whole bound may still pass alone, or it would never pass
        int commands = depth.incrementAndGet();
        long bytes = weight.addAndGet(command.bytes());
        if (commands > 1 && (commands > commandsAtMost || bytes > bytesAtMost)) {
            depth.decrementAndGet();
            weight.addAndGet(-command.bytes());
            return false;
        }
        waiting.add(command);
        Thread owner = sleeper;
        if (owner != null) {
            LockSupport.unpark(owner);
        }
        return true;
    }

    /** Takes what waits, in order, up to about the given bounds. It counts as in the queue until released. */
    public List<Submission> take(int commandsAtMost, long bytesAtMost) {
        List<Submission> taken = new ArrayList<>(Math.clamp(depth.get(), 1, commandsAtMost));
        long bytes = 0;
        while (taken.size() < commandsAtMost && bytes < bytesAtMost) {
            Submission next = waiting.poll();
            if (next == null) {
                break;
            }
            bytes += next.bytes();
            taken.add(next);
        }
        return taken;
    }

    /** Makes room again for what was taken. */
    public void release(List<Submission> taken) {
        long bytes = 0;
        for (Submission each : taken) {
            bytes += each.bytes();
        }
        depth.addAndGet(-taken.size());
        weight.addAndGet(-bytes);
    }

    /** Sleeps until something waits, somebody wakes the owner, or the time is over. For the owner's thread only. */
    public void awaitWork(Duration atMost) {
        sleeper = Thread.currentThread();
        if (waiting.isEmpty() && !woken) {
            LockSupport.parkNanos(this, atMost.toNanos());
        }
        sleeper = null;
        woken = false;
    }

    /** Ends the owner's sleep, or its next one, for something other than a command. */
    public void wake() {
        woken = true;
        Thread owner = sleeper;
        if (owner != null) {
            LockSupport.unpark(owner);
        }
    }

    /** Shows what waits, without what is in hand; for whoever watches over late answers. */
    public void forEachWaiting(Consumer<Submission> action) {
        waiting.forEach(action);
    }

    /** How many wait or are in hand. */
    public int depth() {
        return depth.get();
    }

    public long bytes() {
        return weight.get();
    }
}
