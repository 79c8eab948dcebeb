package io.appeals.api.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A node under load is killed with -9 at a random moment, again and again, and each time the next one is held to every
 * word that its predecessors gave. {@code -Dcrash.rounds=20} for longer; {@code -Dcrash.seed} repeats the moments.
 */
@Tag("broker")
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class CrashTest {

    private static final int ROUNDS = Integer.getInteger("crash.rounds", 3);
    private static final long SEED = Long.getLong("crash.seed", System.nanoTime());
    private static final int SENDERS = 16;
    private static final int SHORTEST_LIFE_MILLIS = 300;
    private static final int LONGEST_LIFE_MILLIS = 3_000;

    @TempDir
    Path folder;

    private final Ledger ledger = new Ledger();
    private final List<Sender> senders = IntStream.rangeClosed(1, SENDERS)
            .mapToObj(number -> new Sender("S-" + number, ledger))
            .toList();

    @Test
    void whatWasAcknowledgedBeforeAKillIsThereOnceAfterIt() throws Exception {
        System.out.println("crash test: " + ROUNDS + " rounds, -Dcrash.seed=" + SEED);
        Random random = new Random(SEED);
        for (int round = 1; round <= ROUNDS; round++) {
            liveAndDie(SHORTEST_LIFE_MILLIS + random.nextInt(LONGEST_LIFE_MILLIS - SHORTEST_LIFE_MILLIS));
            new Reckoning(folder, ledger, senders).hold();
            System.out.println("crash test: round " + round + ", "
                    + ledger.acknowledged().size() + " acknowledged commands, each in the log once");
        }
        assertThat(ledger.acknowledged()).as("load").hasSizeGreaterThan(ROUNDS * SENDERS);
    }

    private void liveAndDie(int millis) throws Exception {
        try (NodeProcess node = NodeProcess.start(folder);
                Api api = new Api(node.apiUrl());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> sending = new ArrayList<>();
            for (Sender sender : senders) {
                sending.add(threads.submit(() -> {
                    sender.sendUntilTheNodeIsGone(api);
                    return null;
                }));
            }
            Thread.sleep(millis);
            node.kill();
            for (Future<?> each : sending) {
                each.get();
            }
        }
    }
}
