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
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                ANSWER_MILLIS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                ANSWER_MILLIS / 2))) {
            admin.describeCluster().nodes().get();
        } catch (ExecutionException | KafkaException failed) {
            throw unreachable(bootstrapServers, rootMessage(failed));
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

    private static String rootMessage(Exception failed) {
        Throwable told = failed.getCause() == null ? failed : failed.getCause();
        return String.valueOf(told.getMessage());
    }

    private static CannotRun unreachable(String bootstrapServers, String why) {
        return new CannotRun("no Kafka broker answers at " + bootstrapServers
                + ": start it or correct --bootstrap-servers (" + why + ")");
    }
}
