package io.appeals.api.platform;

import io.appeals.api.node.Node;
import io.appeals.api.node.NodeService;
import io.appeals.api.node.NodeSettings;
import io.appeals.api.time.ProductTime;
import io.appeals.commands.appeal.AppealDecider;
import io.appeals.commands.platform.Platform;
import io.appeals.commands.platform.PlatformObserver;
import io.appeals.commands.platform.PlatformSettings;
import io.appeals.commands.platform.kafka.PlatformRelays;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries this node's share of what platforms send by topics of their own, where the operators name some. */
@Singleton
@Requires(property = "appeals.platforms", pattern = ".*\\S.*")
public class PlatformNode implements NodeService {

    private static final Logger LOG = LoggerFactory.getLogger(PlatformNode.class);

    private final Platforms platforms;
    private final PlatformRelays relays;

    /** @param node has created the topics */
    PlatformNode(
            Node node,
            NodeSettings cluster,
            Platforms platforms,
            AppealDecider decider,
            ProductTime time,
            PlatformObserver observer,
            MeterRegistry metrics) {
        this.platforms = platforms;
        LOG.info("platforms with topics of their own: {}", names());
        this.relays = PlatformRelays.start(
                new PlatformSettings(
                        cluster.nodeId(), cluster.bootstrapServers(), cluster.forClients(), node.partitions()),
                platforms.all(),
                decider,
                time,
                observer);
        Gauge.builder(
                        "appeals.platform.standing.still",
                        relays,
                        each -> each.problems().size())
                .description("Ways to and from platforms that carry nothing at the moment, of two")
                .register(metrics);
    }

    private List<String> names() {
        return platforms.all().stream().map(Platform::name).sorted().toList();
    }

    /** How it goes, for operators. */
    Map<String, Object> details() {
        Map<String, Object> details = new TreeMap<>();
        details.put("platforms", names());
        List<String> problems = relays.problems();
        if (!problems.isEmpty()) {
            details.put("problems", problems);
        }
        return details;
    }

    @PreDestroy
    void close() {
        relays.close();
    }
}
