package io.appeals.api.sla;

import io.appeals.api.node.NodeSettings;
import io.appeals.api.problem.Problem;
import io.appeals.api.problem.ProblemException;
import io.appeals.api.problem.ProblemType;
import io.appeals.api.settings.Setting;
import io.appeals.api.settings.Settings;
import io.appeals.projections.NotReady;
import io.appeals.projections.sla.simulation.PolicySimulation;
import io.appeals.projections.sla.simulation.PolicySimulation.Outcome;
import io.appeals.projections.sla.simulation.kafka.LogProgress;
import io.appeals.projections.sla.simulation.kafka.LogReplay;
import io.appeals.projections.sla.simulation.kafka.LogTooLong;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** Runs comparisons of policies over the log, one at a time: each takes a processor for as long as it lasts. */
@Singleton
class Simulations {

    private static final Duration ASK_AGAIN = Duration.ofSeconds(10);
    private static final Duration RETRY_SOON = Duration.ofSeconds(5);

    private final Map<String, Object> clients;
    private final Duration allowed;
    private final Semaphore free = new Semaphore(1);
    private volatile LogProgress underWay = new LogProgress();

    /** Not among the requests' threads: those share few processors and would all wait meanwhile. */
    private final ExecutorService reader = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("sla-simulation").factory());

    Simulations(NodeSettings cluster, Settings settings) {
        this.clients = cluster.clients();
        this.allowed = settings.duration(Setting.SLA_SIMULATION_WITHIN);
    }

    /** @throws ProblemException where another is under way, or the log is too long for the time that is allowed */
    Outcome run(PolicySimulation simulation) {
        if (!free.tryAcquire()) {
            throw ProblemException.temporary(
                    Problem.of(
                            ProblemType.NOT_READY,
                            "Another simulation is under way on this node (" + underWay.percent() + " % read)."),
                    ASK_AGAIN);
        }
        LogProgress progress = new LogProgress();
        underWay = progress;
        return await(submit(simulation, progress));
    }

    private Future<Outcome> submit(PolicySimulation simulation, LogProgress progress) {
        try {
            return reader.submit(() -> {
                try {
                    return read(simulation, progress);
                } finally {
                    free.release();
                }
            });
        } catch (RejectedExecutionException e) {
            free.release();
            throw stopping();
        }
    }

    private Outcome read(PolicySimulation simulation, LogProgress progress) {
        try (Consumer<String, byte[]> log = LogReplay.consumer(clients)) {
            return new LogReplay(log, progress, allowed).into(simulation);
        }
    }

    private static Outcome await(Future<Outcome> running) {
        try {
            return running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopping();
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private static RuntimeException failure(@Nullable Throwable cause) {
        return switch (cause) {
            case LogTooLong tooLong ->
                ProblemException.of(
                        ProblemType.SIMULATION_TOO_LONG,
                        "The comparison takes longer than it may: " + tooLong.getMessage()
                                + ". Ask again when the node has less to do, or let it take longer ("
                                + Setting.SLA_SIMULATION_WITHIN.environmentVariable() + ").");
            case InterruptException _ -> stopping();
            case KafkaException unreadable ->
                new NotReady("the log cannot be read: " + unreadable.getMessage(), RETRY_SOON);
            case RuntimeException fault -> fault;
            case null, default -> new IllegalStateException("the comparison failed", cause);
        };
    }

    private static NotReady stopping() {
        return new NotReady("the node is stopping", RETRY_SOON);
    }

    @PreDestroy
    void close() {
        reader.shutdownNow();
    }
}
