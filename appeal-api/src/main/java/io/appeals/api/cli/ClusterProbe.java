package io.appeals.api.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;

/** Asks a cluster whether it is there, before anything waits for it at length. */
final class ClusterProbe {

    private static final int CONNECT_MILLIS = 3_000;
    private static final int ANSWER_MILLIS = 10_000;

    private ClusterProbe() {}

    /**
     * @param bootstrapServers as Kafka's clients take it: {@code host:port,host:port}
     * @throws CannotRun when it is not of that form, or no broker answers there
     */
    static void requireAnswer(String bootstrapServers) {
        // Kafka's own client would say it was refused again and again, for as long as it may.
        if (Stream.of(bootstrapServers.split(",")).noneMatch(ClusterProbe::accepts)) {
            throw unreachable(bootstrapServers, "nobody accepts a connection");
        }
        Map<String, Object> client = KafkaClients.of(bootstrapServers);
        client.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
        client.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS / 2);
        try (Admin admin = Admin.create(client)) {
            admin.describeCluster().nodes().get();
        } catch (ExecutionException | KafkaException failed) {
            throw failed(bootstrapServers, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unreachable(bootstrapServers, "interrupted");
        }
    }

    private static boolean accepts(String hostAndPort) {
        int colon = hostAndPort.lastIndexOf(':');
        if (colon < 1 || !hostAndPort.substring(colon + 1).strip().matches("\\d{1,5}")) {
            throw new CannotRun("'" + hostAndPort + "' is no broker's address: --bootstrap-servers takes host:port,"
                    + " several with commas between them");
        }
        int port = Integer.parseInt(hostAndPort.substring(colon + 1).strip());
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(hostAndPort.substring(0, colon).strip(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException | IllegalArgumentException refused) {
            return false;
        }
    }

    /** Kafka's clients say why; what to do about it depends on whether a broker was found at all. */
    private static CannotRun failed(String bootstrapServers, Exception failed) {
        Throwable told = failed.getCause() == null ? failed : failed.getCause();
        return switch (told) {
            case AuthenticationException _, ConfigException _ ->
                new CannotRun(
                        "the Kafka brokers at " + bootstrapServers + " cannot be used with these credentials: correct"
                                + " APPEALS_KAFKA_PROPERTIES or APPEALS_KAFKA_CLIENT_… (" + told.getMessage() + ")");
            case TimeoutException _ ->
                unreachable(
                        bootstrapServers,
                        "something listens, but gives no answer; brokers with TLS or users want"
                                + " APPEALS_KAFKA_PROPERTIES or APPEALS_KAFKA_CLIENT_SECURITY_PROTOCOL");
            default -> unreachable(bootstrapServers, String.valueOf(told.getMessage()));
        };
    }

    private static CannotRun unreachable(String bootstrapServers, String why) {
        return new CannotRun("no Kafka broker answers at " + bootstrapServers
                + ": start it or correct --bootstrap-servers (" + why + ")");
    }
}
