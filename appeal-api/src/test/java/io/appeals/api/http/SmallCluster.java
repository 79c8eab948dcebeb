package io.appeals.api.http;

import io.appeals.api.broker.EmbeddedBroker;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A whole node on a broker of its own, on which everything that takes minutes or hours elsewhere takes moments, and which
 * may send webhooks to this machine. A second node can be started beside it.
 */
public final class SmallCluster implements BeforeAllCallback, AfterAllCallback {

    private static final Map<String, Object> SETTINGS = Map.of(
            "appeals.kafka.partitions", "4",
            "appeals.webhooks.allow-http", "true",
            "appeals.webhooks.allowed-networks", "127.0.0.0/8",
            "appeals.webhooks.timeout", "2s",
            "appeals.stream.heartbeat", "300ms",
            "appeals.stream.patience", "1s",
            "appeals.webhooks.retry-pauses", "0s,200ms,400ms,1s" + ",2s".repeat(60));

    private final Map<String, Object> settings = new HashMap<>(SETTINGS);
    private final ThrowawayFolder folder = ThrowawayFolder.make();
    private @Nullable EmbeddedBroker broker;
    private @Nullable RunningApi api;

    public SmallCluster() {
        this(Map.of());
    }

    /** With these settings in addition. */
    public SmallCluster(Map<String, Object> more) {
        settings.putAll(more);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        broker = EmbeddedBroker.start(folder.path(), 0);
        api = node("node-1");
        api.awaitReady();
    }

    /** Another node of the same cluster; it is there once it knows the webhooks. */
    public RunningApi node(String nodeId) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("appeals.kafka.bootstrap-servers", bootstrapServers());
        all.put("appeals.node.id", nodeId);
        RunningApi node = RunningApi.onLog(all);
        node.awaitServing("/v1/webhooks");
        return node;
    }

    public String bootstrapServers() {
        return Objects.requireNonNull(broker).bootstrapServers();
    }

    public RunningApi api() {
        return Objects.requireNonNull(api);
    }

    /** The first node leaves. */
    public void stopFirst() {
        api().close();
        api = null;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (api != null) {
            api.close();
        }
        Objects.requireNonNull(broker).close();
        folder.close();
    }
}
