package io.appeals.api.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * One run on one broker. Over HTTP comes before in process: the write side alone has nobody who reads along, so it can
 * leave more events behind than a node's views could read in the time of the run.
 */
final class Bench {

    private final BenchPlan plan;
    private final Path folder;
    private final Consumer<String> progress;
    private final CommandMix mix = new CommandMix(
            Long.toString(Instant.now().getEpochSecond(), Character.MAX_RADIX).toUpperCase(Locale.ROOT));
    private final AtomicLong appeals = new AtomicLong();
    private final Map<Integer, List<Measured>> rawSamples = new LinkedHashMap<>();
    private final Map<RouteName, Map<Integer, Measured>> measured = new LinkedHashMap<>();

    /**
     * @param folder for the broker's and the write side's data; empty
     * @param progress hears what is being done
     */
    Bench(BenchPlan plan, Path folder, Consumer<String> progress) {
        this.plan = plan;
        this.folder = folder;
        this.progress = progress;
    }

    /** @throws BenchFailure when any command is not accepted, or something does not start */
    List<Row> run() throws IOException, InterruptedException {
        progress.accept("starting a broker");
        try (BenchBroker broker = BenchBroker.start(folder);
                RawRoute raw = new RawRoute(broker.bootstrapServers(), mix)) {
            BenchNode node = new BenchNode(broker.bootstrapServers(), folder.resolve("node"));
            node.provision(RawRoute.TOPIC);
            warmUp(raw);
            sampleRaw(raw);
            overHttp(node);
            sampleRaw(raw);
            inProcess(node);
            sampleRaw(raw);
        }
        return rows();
    }

    private void overHttp(BenchNode node) throws IOException, InterruptedException {
        if (!plan.has(RouteName.HTTP) && !plan.has(RouteName.NDJSON)) {
            return;
        }
        progress.accept("starting a node");
        try (BenchNode.Serving serving = node.serve()) {
            NodeTokens tokens = NodeTokens.of(serving.api());
            if (plan.has(RouteName.HTTP)) {
                measure(new HttpRoute(serving.api(), tokens), () -> catchUp(serving));
            }
            if (plan.has(RouteName.NDJSON)) {
                measure(new NdjsonRoute(serving.api(), tokens), () -> catchUp(serving));
            }
        }
    }

    private void inProcess(BenchNode node) throws IOException, InterruptedException {
        if (plan.has(RouteName.IN_PROCESS)) {
            progress.accept("starting the write side");
            measure(node.writeSide(mix), () -> {});
        }
    }

    /** What has to be over before a cell is measured. */
    @FunctionalInterface
    private interface Settling {
        void await() throws InterruptedException;
    }

    /** A cell must not pay for what the one before left the views to do. */
    private void catchUp(BenchNode.Serving serving) throws InterruptedException {
        progress.accept("letting the views catch up with " + serving.lag() + " records");
        serving.awaitCaughtUp();
    }

    private void measure(Route route, Settling before) throws IOException, InterruptedException {
        try (route) {
            warmUp(route);
            for (int senders : plan.inFlight()) {
                before.await();
                Measured cell = measure(route, senders, plan.perCell());
                measured.computeIfAbsent(route.name(), _ -> new LinkedHashMap<>())
                        .put(senders, cell);
            }
        }
    }

    private void sampleRaw(RawRoute raw) throws IOException, InterruptedException {
        for (int senders : plan.inFlight()) {
            rawSamples.computeIfAbsent(senders, _ -> new ArrayList<>()).add(measure(raw, senders, plan.perRawSample()));
        }
    }

    private void warmUp(Route route) throws IOException, InterruptedException {
        if (plan.warmUp().isPositive()) {
            progress.accept("warming up " + route.name());
            new ClosedLoop(route, plan.sendersWarmingUp(), this::nextAppeal).run(plan.warmUp());
        }
    }

    private Measured measure(Route route, int senders, Duration time) throws IOException, InterruptedException {
        progress.accept("measuring " + route.name() + " with " + senders + " in flight");
        return new ClosedLoop(route, senders, this::nextAppeal).run(time);
    }

    private CommandMix.Appeal nextAppeal() {
        return mix.appeal(appeals.getAndIncrement());
    }

    private List<Row> rows() {
        Map<Integer, Row> raw = new LinkedHashMap<>();
        rawSamples.forEach((senders, samples) -> raw.put(senders, Row.ofRaw(senders, samples)));
        List<Row> rows = new ArrayList<>(raw.values());
        measured.forEach((path, cells) -> cells.forEach((senders, cell) -> {
            Row of = raw.get(senders);
            if (of != null) {
                rows.add(Row.of(path, senders, cell, of));
            }
        }));
        return rows;
    }
}
