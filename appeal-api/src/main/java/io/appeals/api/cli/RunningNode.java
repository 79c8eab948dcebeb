package io.appeals.api.cli;

import io.appeals.api.Application;
import io.appeals.api.broker.EmbeddedBroker;
import io.appeals.api.broker.FolderLock;
import io.appeals.api.broker.LoopbackPort;
import io.appeals.api.settings.Setting;
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
    private final Application application;
    private final String bootstrapServers;
    private boolean closed;

    private RunningNode(
            FolderLock lock, @Nullable EmbeddedBroker broker, Application application, String bootstrapServers) {
        this.lock = lock;
        this.broker = broker;
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
     * @throws CannotRun when no broker answers where one was named
     */
    public static RunningNode start(NodeOptions options) {
        options.requireSense();
        if (options.port() > 0) {
            LoopbackPort.requireFree("HTTP", options.port());
        }
        if (!options.embedsBroker()) {
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
        EmbeddedBroker broker = EmbeddedBroker.start(options.data().resolve("kafka"), options.kafkaPort());
        try {
            Application application = Application.start(settings(options, broker.bootstrapServers(), true));
            return new RunningNode(lock, broker, application, broker.bootstrapServers());
        } catch (RuntimeException failed) {
            broker.close();
            throw failed;
        }
    }

    private static RunningNode startOnCluster(NodeOptions options, FolderLock lock) {
        Application application = Application.start(settings(options, options.bootstrapServers(), false));
        return new RunningNode(lock, null, application, options.bootstrapServers());
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
                EmbeddedBroker _ = broker) {
            application.close();
        }
    }
}
