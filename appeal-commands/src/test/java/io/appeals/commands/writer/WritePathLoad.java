package io.appeals.commands.writer;

import io.appeals.commands.CommandAnswer;
import io.appeals.commands.writer.kafka.KafkaCommandDoor;
import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.topic.TopicProvisioner;
import io.appeals.schema.wire.SchemaCatalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Measures the write path against a plain idempotent producer, in a closed loop on one broker in its own JVM. Arguments:
 * seconds a step, seconds of warm-up, then the numbers in flight.
 */
public final class WritePathLoad {

    private static final int PARTITIONS = 12;
    private static final int COMMANDS_PER_APPEAL = 6;
    private static final String RAW = "raw.events";

    private final String bootstrap;
    private final KafkaCommandDoor door;
    private final ProcessHandle broker;
    private final AtomicLong commands = new AtomicLong();

    private WritePathLoad(String bootstrap, KafkaCommandDoor door, ProcessHandle broker) {
        this.broker = broker;
        this.bootstrap = bootstrap;
        this.door = door;
    }

    public static void main(String[] arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        int warmUp = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        List<Integer> inFlight = new ArrayList<>();
        for (int i = 2; i < arguments.length; i++) {
            inFlight.add(Integer.parseInt(arguments[i]));
        }
        Path folder = Files.createTempDirectory("write-path-load");
        try (BrokerInAnotherProcess broker = BrokerInAnotherProcess.start(folder.resolve("kafka"))) {
            provision(broker.bootstrapServers());
            WriterSettings settings =
                    WriterSettings.of("load", broker.bootstrapServers(), PARTITIONS, folder.resolve("node"));
            Batches batches = new Batches();
            try (KafkaCommandDoor door = KafkaCommandDoor.open(
                    settings, SampleCommands.decider(), SchemaCatalogue.builtIn(), InstantSource.system(), batches)) {
                while (!door.status().isReady() || door.status().ownedPartitions() == 0) {
                    Thread.sleep(50);
                }
                WritePathLoad load = new WritePathLoad(broker.bootstrapServers(), door, broker.handle());
                load.run(inFlight.isEmpty() ? List.of(1, 16, 128, 1024) : inFlight, seconds, warmUp, batches);
            }
        }
        System.exit(0);
    }

    private static final class Batches implements WriterObserver {
        private final LongAdder count = new LongAdder();
        private final LongAdder commands = new LongAdder();
        private final LongAdder nanos = new LongAdder();

        @Override
        public void committed(CommittedBatch batch, Duration commitTime) {
            count.increment();
            commands.add(batch.commands());
            nanos.add(commitTime.toNanos());
        }

        String sumThenReset() {
            long batches = Math.max(1, count.sumThenReset());
            return "batch of %.1f in %.2f ms"
                    .formatted((double) commands.sumThenReset() / batches, nanos.sumThenReset() / 1e6 / batches);
        }
    }

    private void run(List<Integer> inFlight, int seconds, int warmUp, Batches batches) throws Exception {
        System.out.println("warming up");
        measure("warm-up door", 512, warmUp, this::decide);
        try (KafkaProducer<String, byte[]> raw = rawProducer()) {
            measure("warm-up raw", 256, Math.max(1, warmUp / 4), (i, done) -> send(raw, i, done));
            for (int each : inFlight) {
                double first = measure("raw", each, seconds, (i, done) -> send(raw, i, done));
                batches.sumThenReset();
                double mine = measure("door", each, seconds * 2, this::decide);
                System.out.println("        " + batches.sumThenReset());
                double second = measure("raw", each, seconds, (i, done) -> send(raw, i, done));
                System.out.printf("        ratio %.3f%n", mine / ((first + second) / 2));
            }
        }
    }

    private interface Step {
        void start(long number, Runnable done);
    }

    private double measure(String name, int inFlight, int seconds, Step step) throws InterruptedException {
        Histogram latencies = new ConcurrentHistogram(3);
        LongAdder done = new LongAdder();
        double cpuBefore = cpuSeconds();
        long begun = System.nanoTime();
        long end = begun + seconds * 1_000_000_000L;
        CountDownLatch idle = new CountDownLatch(inFlight);
        for (int i = 0; i < inFlight; i++) {
            new Loop(step, latencies, done, end, idle).next();
        }
        idle.await();
        double elapsed = (System.nanoTime() - begun) / 1e9;
        double perSecond = done.sum() / elapsed;
        System.out.printf(
                "%-12s %5d in flight: %9.0f/s  p50 %.2f p90 %.2f p99 %.2f p99.9 %.2f ms, %.1f us of CPU each%n",
                name,
                inFlight,
                perSecond,
                latencies.getValueAtPercentile(50) / 1e6,
                latencies.getValueAtPercentile(90) / 1e6,
                latencies.getValueAtPercentile(99) / 1e6,
                latencies.getValueAtPercentile(99.9) / 1e6,
                (cpuSeconds() - cpuBefore) * 1e6 / done.sum());
        return perSecond;
    }

    /** Of this process and the broker's together: comparable also while the machine is busy with other things. */
    private double cpuSeconds() {
        return seconds(ProcessHandle.current()) + seconds(broker);
    }

    private static double seconds(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    /** One sender, who sends the next command when the one before is answered. */
    private static final class Loop {
        private static final AtomicLong NUMBERS = new AtomicLong();
        private final Step step;
        private final Histogram latencies;
        private final LongAdder done;
        private final long end;
        private final CountDownLatch idle;

        Loop(Step step, Histogram latencies, LongAdder done, long end, CountDownLatch idle) {
            this.step = step;
            this.latencies = latencies;
            this.done = done;
            this.end = end;
            this.idle = idle;
        }

        void next() {
            long begun = System.nanoTime();
            if (begun >= end) {
                idle.countDown();
                return;
            }
            step.start(NUMBERS.getAndIncrement(), () -> {
                latencies.recordValue(System.nanoTime() - begun);
                done.increment();
                next();
            });
        }
    }

    private void decide(long number, Runnable done) {
        door.submit(command(commands.getAndIncrement())).thenAccept(answer -> {
            if (!(answer instanceof CommandAnswer.Decided decided)) {
                System.out.println(answer);
            } else if (!decided.result().isAccepted()) {
                System.out.println(decided.result());
            }
            done.run();
        });
    }

    /** Six commands an appeal, in order, but never two of them in flight: appeals are numbered by who comes next. */
    private IssuedCommand command(long number) {
        long group = number / (COMMANDS_PER_APPEAL * 2048);
        long within = number % (COMMANDS_PER_APPEAL * 2048);
        long appeal = group * 2048 + within % 2048;
        long turn = within / 2048;
        String seller = "seller-" + appeal % 997;
        String listing = "listing-" + appeal;
        String id = "c" + appeal + "-" + turn;
        return turn == 0
                ? SampleCommands.enforcement(id, seller, listing)
                : turn == 1
                        ? SampleCommands.opening(id, seller, listing)
                        : SampleCommands.message(id, seller, listing, "We have looked into it; see number " + turn);
    }

    private static void send(KafkaProducer<String, byte[]> raw, long number, Runnable done) {
        raw.send(new ProducerRecord<>(RAW, "key-" + number, PAYLOAD), (metadata, failure) -> done.run());
    }

    private static final byte[] PAYLOAD = new byte[300];

    private KafkaProducer<String, byte[]> rawProducer() {
        Properties config = new Properties();
        config.putAll(
                Map.of("bootstrap.servers", bootstrap, "acks", "all", "enable.idempotence", "true", "linger.ms", "0"));
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    private static void provision(String bootstrap) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            new TopicProvisioner(admin, PARTITIONS, Optional.empty()).provision();
            admin.createTopics(List.of(new NewTopic(RAW, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
    }
}
