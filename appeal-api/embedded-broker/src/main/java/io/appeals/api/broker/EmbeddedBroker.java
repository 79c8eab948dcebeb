package io.appeals.api.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import kafka.server.KafkaConfig;

/**
 * A whole Kafka broker (KRaft: broker and controller in one) in this process, listening on loopback. What was written
 * to it survives the process's death, also by kill -9; it need not survive the machine's, as no write waits for the disk.
 */
public final class EmbeddedBroker implements AutoCloseable {
    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";
    static final String CLIENT_LISTENER = "PLAINTEXT";

    private final CombinedServer server;
    private final FolderLock lock;
    private final int port;

    private EmbeddedBroker(CombinedServer server, FolderLock lock, int port) {
        this.server = server;
        this.lock = lock;
        this.port = port;
    }

    /**
     * Starts a broker and returns when it serves.
     *
     * @param dataFolder where the log is kept; created when missing, and used by one process at a time
     * @param port where to listen on 127.0.0.1; 0 takes any free port
     * @throws BrokerStartException when the port is busy, the folder is in use or unusable, or Kafka refuses to start
     */
    public static EmbeddedBroker start(Path dataFolder, int port) {
        return start(dataFolder, port, UnaryOperator.identity());
    }

    /** @param differently makes of the settings what a broker is to be started with that is not for everybody */
    static EmbeddedBroker start(Path dataFolder, int port, UnaryOperator<Map<String, String>> differently) {
        if (port != 0) {
            LoopbackPort.requireFree("Kafka", port);
        }
        FolderLock lock = FolderLock.acquire(dataFolder);
        try {
            BrokerStorage.formatUnlessFormatted(dataFolder);
            int clientPort = port == 0 ? LoopbackPort.findFree() : port;
            Map<String, String> settings = settings(dataFolder, clientPort, LoopbackPort.findFree());
            return new EmbeddedBroker(startServer(dataFolder, differently.apply(settings)), lock, clientPort);
        } catch (RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    private static CombinedServer startServer(Path dataFolder, Map<String, String> settings) {
        KafkaConfig config = KafkaConfig.apply(settings, false);
        try {
            CombinedServer server = new CombinedServer(config);
            startOrShutDown(server);
            return server;
        } catch (RuntimeException failed) {
            throw new BrokerStartException(
                    "the embedded broker could not start with data folder " + dataFolder + ": " + failed.getMessage(),
                    failed);
        }
    }

    private static void startOrShutDown(CombinedServer server) {
        try {
            server.startup();
        } catch (RuntimeException failed) {
            server.shutdown();
            throw failed;
        }
    }

    private static Map<String, String> settings(Path dataFolder, int clientPort, int controllerPort) {
        String clients = CLIENT_LISTENER + "://" + LoopbackPort.HOST + ":" + clientPort;
        String controller = LoopbackPort.HOST + ":" + controllerPort;
        Map<String, String> settings = BrokerSettings.ofASingleNode();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", String.valueOf(NODE_ID));
        settings.put("log.dirs", dataFolder.toAbsolutePath().toString());
        settings.put("listeners", clients + "," + CONTROLLER_LISTENER + "://" + controller);
        settings.put("advertised.listeners", clients);
        settings.put("controller.listener.names", CONTROLLER_LISTENER);
        // Named by configuration, not in the log: the controller's port may then be another one at every start.
        settings.put("controller.quorum.voters", NODE_ID + "@" + controller);
        settings.put(
                "listener.security.protocol.map", CLIENT_LISTENER + ":PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
        return settings;
    }

    /** Where clients find it, {@code host:port}. */
    public String bootstrapServers() {
        return LoopbackPort.HOST + ":" + port;
    }

    /** Shuts the broker down cleanly and frees its data folder. */
    @Override
    public void close() {
        try {
            server.shutdown();
            server.awaitShutdown();
        } finally {
            lock.close();
        }
    }
}
