package io.appeals.api.http;

import io.appeals.api.broker.KafkaBroker;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * The one whole node of a test run, with writer, projections and API on a real broker: started at first use, shared by all
 * tests of the JVM. Tests use sellers and subjects of their own.
 */
public final class LiveApi implements BeforeAllCallback {

    private static final Namespace NAMESPACE = Namespace.create(LiveApi.class);

    private static @Nullable RunningApi running;

    @Override
    public void beforeAll(ExtensionContext context) {
        running = context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent("node", _ -> start(KafkaBroker.shared().bootstrapServers()), RunningApi.class);
    }

    private static RunningApi start(String bootstrapServers) {
        RunningApi api = RunningApi.onLog(Map.of(
                "appeals.kafka.bootstrap-servers", bootstrapServers,
                "appeals.node.id", "node-api-tests",
                "appeals.kafka.partitions", "4"));
        api.awaitReady();
        return api;
    }

    public RunningApi api() {
        return Objects.requireNonNull(running);
    }
}
