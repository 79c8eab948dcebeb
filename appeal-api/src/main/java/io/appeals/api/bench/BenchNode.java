package io.appeals.api.bench;

import io.appeals.api.Application;
import io.appeals.api.settings.Setting;
import io.appeals.commands.appeal.AppealDecider;
import io.appeals.commands.category.yaml.CategoryFile;
import io.appeals.commands.lifecycle.LifecyclePolicy;
import io.appeals.commands.writer.WriterObserver;
import io.appeals.commands.writer.WriterSettings;
import io.appeals.commands.writer.kafka.KafkaCommandDoor;
import io.appeals.schema.topic.TopicProvisioner;
import io.appeals.schema.wire.SchemaCatalogue;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** What is measured: a node as it runs in production, and its write side alone. */
final class BenchNode {

    private static final int PARTITIONS = 12;
    private static final String NODE_ID = "bench";
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration CATCHING_UP = Duration.ofMinutes(10);
    private static final long CAUGHT_UP = 100;
    private static final String LAG = "appeals.projection.lag.records";
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final String bootstrapServers;
    private final Path folder;

    BenchNode(String bootstrapServers, Path folder) {
        this.bootstrapServers = bootstrapServers;
        this.folder = folder;
    }

    /** Creates the product's topics and one more with as many partitions. */
    void provision(String topic) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            new TopicProvisioner(admin, PARTITIONS, Optional.empty()).provision();
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(PARTITIONS), Optional.empty())))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new BenchFailure("topic " + topic + " could not be created: " + e.getCause());
        }
    }

    /** A whole node: API, write side and projections. */
    Serving serve() throws IOException, InterruptedException {
        Application application = Application.start(Map.of(
                Setting.HTTP_PORT.key(),
                -1,
                Setting.KAFKA_BOOTSTRAP_SERVERS.key(),
                bootstrapServers,
                Setting.DATA.key(),
                folder.toString(),
                Setting.NODE_ID.key(),
                NODE_ID,
                Setting.SECURITY_DEV_TOKENS.key(),
                true));
        Serving serving = new Serving(application);
        serving.awaitReady();
        return serving;
    }

    /** The write side as a node runs it, and nothing else. */
    InProcessRoute writeSide(CommandMix mix) throws InterruptedException {
        KafkaCommandDoor door = KafkaCommandDoor.open(
                WriterSettings.of(NODE_ID, bootstrapServers, PARTITIONS, folder),
                new AppealDecider(CategoryFile.shipped(), LifecyclePolicy.defaults()),
                SchemaCatalogue.builtIn(),
                InstantSource.system(),
                WriterObserver.NONE);
        long latest = System.nanoTime() + START.toNanos();
        while (door.status().servingPartitions() < PARTITIONS) {
            if (System.nanoTime() - latest > 0) {
                door.close();
                throw new BenchFailure("the write side does not serve after " + START.toSeconds() + " s: "
                        + door.status().problem());
            }
            Thread.sleep(PAUSE);
        }
        return new InProcessRoute(door, mix, door::close);
    }

    /** A node that answers. */
    record Serving(Application application) implements AutoCloseable {

        URI api() {
            return application.uri();
        }

        /** How many records of the log the views have still to fold. */
        long lag() {
            return Math.round(application.context().getBean(MeterRegistry.class).find(LAG).gauges().stream()
                    .mapToDouble(Gauge::value)
                    .filter(Double::isFinite)
                    .sum());
        }

        /** Returns once they have folded nearly all. */
        void awaitCaughtUp() throws InterruptedException {
            long latest = System.nanoTime() + CATCHING_UP.toNanos();
            while (lag() > CAUGHT_UP) {
                if (System.nanoTime() - latest > 0) {
                    throw new BenchFailure("the views have not caught up after " + CATCHING_UP.toMinutes() + " min: "
                            + lag() + " to go");
                }
                Thread.sleep(PAUSE);
            }
        }

        private void awaitReady() throws IOException, InterruptedException {
            HttpRequest request =
                    HttpRequest.newBuilder(api().resolve("/health/readiness")).build();
            long latest = System.nanoTime() + START.toNanos();
            try (HttpClient client = HttpClient.newHttpClient()) {
                for (var answer = client.send(request, BodyHandlers.ofString());
                        answer.statusCode() != 200;
                        answer = client.send(request, BodyHandlers.ofString())) {
                    if (System.nanoTime() - latest > 0) {
                        throw new BenchFailure(
                                "the node is not ready after " + START.toSeconds() + " s: " + answer.body());
                    }
                    Thread.sleep(PAUSE);
                }
            }
        }

        @Override
        public void close() {
            application.close();
        }
    }
}
