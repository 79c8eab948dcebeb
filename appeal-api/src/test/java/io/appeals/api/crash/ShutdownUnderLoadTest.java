package io.appeals.api.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A polite kill (SIGTERM), as orchestrators send it, in the middle of load. */
@Tag("broker")
@Timeout(300)
class ShutdownUnderLoadTest {

    private static final int SENDERS = 16;
    private static final Duration UNDER_LOAD = Duration.ofSeconds(2);

    /** What docker-compose.yml grants a node before it is killed. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    /** What every JVM ends with that a SIGTERM ended: 128 and the signal's number. */
    private static final int ENDED_BY_SIGTERM = 143;

    @TempDir
    Path folder;

    private final Ledger ledger = new Ledger();
    private final List<Sender> senders = IntStream.rangeClosed(1, SENDERS)
            .mapToObj(number -> new Sender("S-" + number, ledger))
            .toList();

    /** A sender fails at any answer but an acceptance, a 'later' or a 'not ready', and stops where there is no answer. */
    @Test
    void everybodyHearsAClearAnswerOrNoneAndNothingAcknowledgedIsLost() throws Exception {
        NodeProcess.End end = liveUnderLoadUntilAskedToStop();

        assertThat(end.exitCode())
                .as(Files.readString(folder.resolve("node.log")))
                .isEqualTo(ENDED_BY_SIGTERM);
        assertThat(end.took()).isLessThan(GRACE);
        assertThat(Files.readString(folder.resolve("node.log"))).doesNotContain("Exception", "\tat ");
        assertThat(ledger.acknowledged()).as("load").hasSizeGreaterThan(SENDERS);
        new Reckoning(folder, ledger, senders).hold();
    }

    private NodeProcess.End liveUnderLoadUntilAskedToStop() throws Exception {
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
            Thread.sleep(UNDER_LOAD);
            NodeProcess.End end = node.stop(GRACE);
            for (Future<?> each : sending) {
                each.get();
            }
            return end;
        }
    }
}
