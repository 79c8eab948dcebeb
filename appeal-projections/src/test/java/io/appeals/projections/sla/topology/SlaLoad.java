package io.appeals.projections.sla.topology;

import io.appeals.projections.history.AppealHistory;
import io.appeals.projections.sla.ClockCensus;
import io.appeals.projections.sla.policy.yaml.PolicyFile;
import io.appeals.projections.topology.ProjectionSettings;
import io.appeals.schema.appeal.AppealId;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.appeal.Subject;
import io.appeals.schema.appeal.SubjectType;
import io.appeals.schema.event.AppealEvent;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.table.SlaAlert;
import io.appeals.schema.topic.Topic;
import io.appeals.schema.topic.TopicProvisioner;
import io.appeals.schema.wire.Published;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Measures the SLA projection with very many clocks in one store, on a broker in its own JVM. Arguments: running clocks
 * (1,000,000 unless given), and how many of them fall due in the same second (100,000).
 */
public final class SlaLoad {

    private static final Duration FAR = Duration.ofDays(60);
    private static final Duration LEAD = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final String bootstrapServers;
    private final Path folder;
    private final int clocks;
    private final int storm;

    private SlaLoad(String bootstrapServers, Path folder, int clocks, int storm) {
        this.bootstrapServers = bootstrapServers;
        this.folder = folder;
        this.clocks = clocks;
        this.storm = storm;
    }

    public static void main(String[] arguments) throws Exception {
        int clocks = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int storm = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        Path folder = Files.createTempDirectory("sla-load");
        try (BrokerInAnotherProcess broker = BrokerInAnotherProcess.start(folder.resolve("kafka"))) {
            new SlaLoad(broker.bootstrapServers(), folder, clocks, storm).run();
        } finally {
            delete(folder);
        }
        System.exit(0);
    }

    private void run() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            new TopicProvisioner(admin, 1, Optional.of((short) 1)).provision();
        }
        write("quiet", clocks - storm, Instant.now().plus(FAR));
        Scans scans = new Scans();
        long begin = System.nanoTime();
        try (SlaProjection projection = SlaProjection.start(
                settings("load"), PolicyFile.shipped(), scans, SlaTime.of(InstantSource.system(), 1))) {
            awaitReady(projection);
            tell("folded %,d clocks in %.1f s", clocks - storm, secondsSince(begin));
            idle(scans);
            census(projection);
            storm();
            idle(scans);
        }
        restarts();
    }

    private ProjectionSettings settings(String node) {
        return ProjectionSettings.usual(bootstrapServers, node, folder.resolve(node));
    }

    /** Looks that found nothing to do, while everything is there. */
    private static void idle(Scans scans) throws InterruptedException {
        scans.nanos.clear();
        Thread.sleep(10_000);
        long[] nanos = scans.nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        tell(
                "idle scan: median %.3f ms, p99 %.3f ms, max %.3f ms of %d",
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6,
                nanos[nanos.length - 1] / 1e6,
                nanos.length);
    }

    /** What metrics are made of. */
    private static void census(SlaProjection projection) {
        for (int i = 0; i < 5; i++) {
            long begin = System.nanoTime();
            ClockCensus census = projection.queries().census();
            tell(
                    "census of %,d clocks: %.3f s",
                    census.counts().stream().mapToLong(ClockCensus.Count::count).sum(), secondsSince(begin));
        }
    }

    private void storm() {
        Instant dueAt = Instant.now().plus(LEAD);
        write("storm", storm, dueAt);
        try (CommittedRecords<SlaAlert> alerts = new CommittedRecords<>(
                bootstrapServers,
                Published.SLA_ALERTS,
                alert -> alert.sellerId().equals("storm"))) {
            List<SlaAlert> all = alerts.await(storm, PATIENCE);
            Duration seen = Duration.between(dueAt, Instant.now());
            long[] lag = all.stream()
                    .mapToLong(alert ->
                            Duration.between(alert.dueAt(), alert.detectedAt()).toMillis())
                    .sorted()
                    .toArray();
            tell(
                    "storm: %,d deadlines of one second; noticed after median %,d ms, last %,d ms; last one committed and read after %,d ms",
                    all.size(), lag[lag.length / 2], lag[lag.length - 1], seen.toMillis());
            tell(
                    "alerts given twice: %d",
                    all.size() - all.stream().map(SlaAlert::alertId).distinct().count());
        }
    }

    private void restarts() throws Exception {
        restart("after a clean stop");
        restart("after kill -9");
        restart("after kill -9, again");
        delete(folder.resolve("load"));
        restart("without any state");
    }

    private void restart(String how) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        try (SlaNodeProcess node = SlaNodeProcess.start(bootstrapServers, "load", folder.resolve("load"))) {
            node.awaitReady();
            tell("start %s, JVM included: %.1f s", how, secondsSince(begin));
            Thread.sleep(2_000);
            node.kill();
        }
    }

    private void write(String seller, int appeals, Instant dueAt) {
        long begin = System.nanoTime();
        try (Producer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 20, "compression.type", "lz4"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < appeals; i++) {
                RecordedEvent event = enforced(seller, "L-" + i, dueAt);
                producer.send(new ProducerRecord<>(
                        Topic.EVENTS.topicName(),
                        event.appealId(),
                        Published.EVENTS.wireFormat().encode(event)));
            }
        }
        tell("wrote %,d appeals of %s in %.1f s", appeals, seller, secondsSince(begin));
    }

    /** A filing window that ends then: one running clock. */
    private static RecordedEvent enforced(String seller, String listing, Instant dueAt) {
        Subject subject = Subject.of(SubjectType.LISTING, listing);
        Instant now = Instant.now();
        AppealEvent event = new AppealEvent.EnforcementRecorded(
                "market-us", subject, "LISTING_REMOVED", "terms 4.2", "complaints", null, null, null, now, dueAt);
        String appealId = AppealId.of(seller, subject);
        return new RecordedEvent(
                "event-" + appealId,
                appealId,
                seller,
                1,
                now,
                now,
                "command-" + appealId,
                "digest",
                AppealHistory.PLATFORM,
                AppealStatus.APPEALABLE,
                Stage.FIRST_REVIEW,
                null,
                event);
    }

    private static void awaitReady(SlaProjection projection) throws InterruptedException {
        while (!projection.queries().readiness().ready()) {
            Thread.sleep(20);
        }
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }

    private static void tell(String format, Object... values) {
        System.out.println("SLA load: " + String.format(Locale.ROOT, format, values));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    private static final class Scans implements SlaObserver {

        private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

        @Override
        public void alerted(SlaAlert alert) {
            // The topic tells.
        }

        @Override
        public void scanned(Duration took, int alerts) {
            if (alerts == 0) {
                nanos.add(took.toNanos());
            }
        }
    }
}
