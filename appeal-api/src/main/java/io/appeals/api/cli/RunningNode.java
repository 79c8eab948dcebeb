package io.appeals.api.cli;

import io.appeals.api.Application;
import io.appeals.api.broker.EmbeddedBroker;
import io.appeals.api.broker.FolderLock;
import io.appeals.api.broker.LoopbackPort;
import io.appeals.api.settings.Setting;
import io.appeals.api.time.ProductTime;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A node in this process: its data folder, its broker where no cluster was named, and the application on them. */
public final class RunningNode implements AutoCloseable {

    /** What {@link Setting#HTTP_PORT} takes for any free port. */
    private static final int ANY_FREE_PORT = -1;

    private final FolderLock lock;
    private final @Nullable EmbeddedBroker broker;
    private final ProductTime time;
    private final Application application;
    private final String bootstrapServers;
    private boolean closed;

    private RunningNode(
            FolderLock lock,
            @Nullable EmbeddedBroker broker,
            ProductTime time,
            Application application,
            String bootstrapServers) {
        this.lock = lock;
        this.broker = broker;
        this.time = time;
        this.application = application;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Starts a node, waits until it serves, says so in the file that the options name, and ends it with the process.
     *
     * @param progress hears how far it is, once a second
     */
    public static RunningNode serve(NodeOptions options, Consumer<String> progress) throws InterruptedException {
        Optional<ReadyFile> readyFile = Optional.ofNullable(options.readyFile()).map(ReadyFile::new);
        readyFile.ifPresent(ReadyFile::clear);
        RunningNode node = start(options);
        node.closeAtExit();
        node.awaitServing(progress);
        readyFile.ifPresent(file -> file.write(new ReadyFile.Content(
                node.apiUrl().toString(),
                node.bootstrapServers(),
                ProcessHandle.current().pid())));
        return node;
    }

    /**
     * Starts a node and returns once its API listens; see {@link #awaitServing} for when it serves.
     *
     * @throws io.appeals.api.broker.BrokerStartException when a port is busy or the data folder in use
     * @throws CannotRun when no broker answers where one was named, or time is to run faster there
     */
    public static RunningNode start(NodeOptions options) {
        options.requireSense();
        if (options.port() > 0) {
            LoopbackPort.requireFree("HTTP", options.port());
        }
        if (!options.embedsBroker()) {
            options.requireUsualTime();
            ClusterProbe.requireAnswer(options.bootstrapServers());
        }
        FolderLock lock = FolderLock.acquire(options.data());
        try {
            return options.embedsBroker() ? startEmbedded(options, lock) : startOnCluster(options, lock);
        } catch (RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    private static RunningNode startEmbedded(NodeOptions options, FolderLock lock) {
        ProductTime time = time(options);
        try {
            return startEmbedded(options, lock, time);
        } catch (RuntimeException failed) {
            time.close();
            throw failed;
        }
    }

    private static RunningNode startEmbedded(NodeOptions options, FolderLock lock, ProductTime time) {
        EmbeddedBroker broker = EmbeddedBroker.start(options.data().resolve("kafka"), options.kafkaPort());
        try {
            Application application = Application.start(settings(options, broker.bootstrapServers(), true), time);
            return new RunningNode(lock, broker, time, application, broker.bootstrapServers());
        } catch (RuntimeException failed) {
            broker.close();
            throw failed;
        }
    }

    private static ProductTime time(NodeOptions options) {
        try {
            return ProductTime.keptIn(options.data(), options.timeFactor());
        } catch (IOException e) {
            throw new CannotRun(
                    "what time it is in data folder " + options.data() + " is not known: " + e.getMessage());
        }
    }

    private static RunningNode startOnCluster(NodeOptions options, FolderLock lock) {
        ProductTime time = ProductTime.ofTheMachine();
        Application application = Application.start(settings(options, options.bootstrapServers(), false), time);
        return new RunningNode(lock, null, time, application, options.bootstrapServers());
    }

    private static Map<String, Object> settings(NodeOptions options, String bootstrapServers, boolean forTrial) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(Setting.HTTP_PORT.key(), options.port() <= 0 ? ANY_FREE_PORT : options.port());
        settings.put(Setting.DATA.key(), options.data().toString());
        settings.put(Setting.NODE_ID.key(), options.nodeId());
        settings.put(Setting.KAFKA_BOOTSTRAP_SERVERS.key(), bootstrapServers);
        if (forTrial) {
            settings.put(Setting.SECURITY_DEV_TOKENS.key(), true);
        }
        return settings;
    }

    /** Where the API is reached. */
    public URI apiUrl() {
        return application.uri();
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** By which the node goes. */
    ProductTime time() {
        return time;
    }

    /** Whether the broker is this node's own. */
    public boolean embedsBroker() {
        return broker != null;
    }

    /**
     * Waits until the node answers commands and queries.
     *
     * @param progress hears how far it is, once a second
     */
    public void awaitServing(Consumer<String> progress) throws InterruptedException {
        new ReadinessProbe(apiUrl()).awaitReady(progress);
    }

    /** Lets a Ctrl-C or a polite kill end the node cleanly. It needs no such end: kill -9 loses nothing either. */
    public void closeAtExit() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "node-shutdown"));
    }

    /** Once: whoever comes second waits until the first has closed it. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (FolderLock _ = lock;
                ProductTime _ = time;
                EmbeddedBroker _ = broker) {
            application.close();
        }
    }
}
