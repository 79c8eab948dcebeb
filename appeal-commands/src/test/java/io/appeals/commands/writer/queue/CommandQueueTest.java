package io.appeals.commands.writer.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.commands.writer.SampleCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CommandQueueTest {

    @Test
    void whatIsPutInComesOutInOrder() {
        CommandQueue queue = new CommandQueue(10, 1_000);
        List<DirectCommand> commands =
                IntStream.range(0, 5).mapToObj(i -> command(10)).toList();
        commands.forEach(queue::offer);

        assertThat(queue.take(3, 1_000)).isEqualTo(commands.subList(0, 3));
        assertThat(queue.take(3, 1_000)).isEqualTo(commands.subList(3, 5));
    }

    @Test
    void aFullQueueTakesNothingUntilWhatIsInHandIsReleased() {
        CommandQueue queue = new CommandQueue(2, 1_000);
        assertThat(queue.offer(command(1))).isTrue();
        assertThat(queue.offer(command(1))).isTrue();
        assertThat(queue.offer(command(1))).isFalse();

        List<Submission> inHand = queue.take(10, 1_000);
        assertThat(queue.offer(command(1))).isFalse();

        queue.release(inHand);
        assertThat(queue.depth()).isZero();
        assertThat(queue.offer(command(1))).isTrue();
    }

    @Test
    void theWeightIsBoundedToo() {
        CommandQueue queue = new CommandQueue(100, 1_000);
        assertThat(queue.offer(command(600))).isTrue();
        assertThat(queue.offer(command(600))).isFalse();
        assertThat(queue.offer(command(400))).isTrue();
        assertThat(queue.bytes()).isEqualTo(1_000);
    }

    @Test
    void aCommandHeavierThanTheBoundPassesAlone() {
        CommandQueue queue = new CommandQueue(100, 1_000);
        assertThat(queue.offer(command(5_000))).isTrue();
        assertThat(queue.offer(command(1))).isFalse();
    }

    @Test
    void recordsOfTheTopicLeaveHalfOfTheRoomToCallers() {
        CommandQueue queue = new CommandQueue(4, 1_000);
        assertThat(queue.offer(fromTopic(0))).isTrue();
        assertThat(queue.offer(fromTopic(1))).isTrue();
        assertThat(queue.offer(fromTopic(2))).isFalse();
        assertThat(queue.offer(command(1))).isTrue();
        assertThat(queue.offer(command(1))).isTrue();
        assertThat(queue.offer(command(1))).isFalse();
    }

    @Test
    void aTakeEndsAtItsBounds() {
        CommandQueue queue = new CommandQueue(100, 10_000);
        IntStream.range(0, 10).forEach(i -> queue.offer(command(100)));
        assertThat(queue.take(100, 250)).hasSize(3);
    }

    @Test
    @Timeout(20)
    void nothingIsLostAndNobodySleepsOnWhileManyPutInAndOneTakesOut() throws InterruptedException {
        CommandQueue queue = new CommandQueue(64, 1_000_000);
        int senders = 8;
        int each = 20_000;
        AtomicInteger refused = new AtomicInteger();
        List<Thread> threads = IntStream.range(0, senders)
                .mapToObj(i -> Thread.ofPlatform().start(() -> {
                    for (int sent = 0; sent < each; ) {
                        if (queue.offer(command(1))) {
                            sent++;
                        } else {
                            refused.incrementAndGet();
                            Thread.onSpinWait();
                        }
                    }
                }))
                .toList();
        int taken = 0;
        long longestSleep = 0;
        while (taken < senders * each) {
            List<Submission> some = queue.take(1_000, 1_000_000);
            taken += some.size();
            queue.release(some);
            if (some.isEmpty()) {
                long begun = System.nanoTime();
                queue.awaitWork(Duration.ofSeconds(10));
                longestSleep = Math.max(longestSleep, System.nanoTime() - begun);
            }
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(queue.depth()).isZero();
        assertThat(longestSleep).isLessThan(TimeUnit.SECONDS.toNanos(9));
    }

    @Test
    @Timeout(5)
    void aWakeBeforeTheSleepEndsItToo() {
        CommandQueue queue = new CommandQueue(10, 10);
        queue.wake();
        queue.awaitWork(Duration.ofSeconds(60));
        assertThat(queue.depth()).isZero();
    }

    @Test
    void whatWaitsCanBeSeenByAWatch() {
        CommandQueue queue = new CommandQueue(10, 100);
        DirectCommand first = command(1);
        queue.offer(first);
        queue.take(1, 100);
        DirectCommand second = command(1);
        queue.offer(second);
        List<Submission> seen = new ArrayList<>();
        queue.forEachWaiting(seen::add);
        assertThat(seen).containsExactly(second);
    }

    private static DirectCommand command(int bytes) {
        return new DirectCommand(
                0,
                bytes,
                SampleCommands.enforcement("c", "seller", "L-1"),
                "digest",
                null,
                System.nanoTime(),
                new CompletableFuture<>());
    }

    private static FromTopic fromTopic(long offset) {
        return new MisroutedCommand(1, 0, offset, "key", new byte[1], new RecordHeaders(), 1);
    }
}
