package io.appeals.api.cli;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

/** Asks a cluster whether it is there, before anything waits for it at length. */
public final class ClusterProbe {

    private static final int PATIENCE_MILLIS = 10_000;

    private ClusterProbe() {}

    /** @throws CannotRun when no broker answers at these addresses */
    public static void requireAnswer(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS / 2))) {
            admin.describeCluster().nodes().get();
        } catch (ExecutionException | KafkaException failed) {
            throw unreachable(bootstrapServers, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unreachable(bootstrapServers, interrupted);
        }
    }

    private static CannotRun unreachable(String bootstrapServers, Exception failed) {
        Throwable told = failed.getCause() == null ? failed : failed.getCause();
        return new CannotRun("no Kafka broker answers at " + bootstrapServers
                + ": start it or correct --bootstrap-servers (" + told.getMessage() + ")");
    }
}
