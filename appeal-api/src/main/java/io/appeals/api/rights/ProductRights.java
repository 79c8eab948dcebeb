package io.appeals.api.rights;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import io.appeals.api.alertmanager.AlertmanagerNode;
import io.appeals.api.webhook.delivery.DeliverySettings;
import io.appeals.commands.platform.PlatformSettings;
import io.appeals.commands.writer.WriterSettings;
import io.appeals.projections.sla.topology.SlaTopology;
import io.appeals.projections.topology.StatusTopology;
import io.appeals.schema.topic.PlatformTopics;
import io.appeals.schema.topic.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** All that a node of the product does on its cluster, and nothing more. */
public final class ProductRights {

    private ProductRights() {}

    /**
     * What a node needs, resource by resource.
     *
     * @param alertmanager whether it posts SLA alerts to Alertmanager
     * @param platforms that have topics of their own
     */
    public static List<Right> of(boolean alertmanager, List<PlatformTopics> platforms) {
        List<Right> all = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            work(topic).forEach(operation -> all.add(Right.on(topic, operation)));
            // Its settings are looked at when a node starts: a topic that would forget appeals is refused.
            all.add(Right.on(topic, DESCRIBE_CONFIGS));
            all.add(Right.on(topic, CREATE));
        }
        for (String changelog : List.of(StatusTopology.CHANGELOG, SlaTopology.CHANGELOG)) {
            Stream.of(READ, WRITE, CREATE).forEach(operation -> all.add(Right.onTopic(changelog, operation)));
        }
        groups(alertmanager).forEach(group -> all.add(Right.toBeIn(group)));
        transactions().forEach(prefix -> all.add(Right.toTransactOn(prefix)));
        for (PlatformTopics platform : platforms) {
            all.addAll(ofPlatform(
                    name -> new ResourcePattern(ResourceType.TOPIC, name, PatternType.LITERAL),
                    platform.commands(),
                    platform.results()));
        }
        if (!platforms.isEmpty()) {
            all.addAll(ofRelays());
        }
        return List.copyOf(all);
    }

    /** What a node needs besides where platforms have topics of their own, whichever they are. */
    public static List<Right> forAnyPlatforms() {
        List<Right> all = new ArrayList<>(ofPlatform(
                name -> new ResourcePattern(ResourceType.TOPIC, name, PatternType.PREFIXED),
                PlatformTopics.COMMANDS,
                PlatformTopics.RESULTS));
        all.addAll(ofRelays());
        return List.copyOf(all);
    }

    private static List<Right> ofPlatform(Function<String, ResourcePattern> topic, String commands, String results) {
        List<Right> rights = new ArrayList<>();
        Stream.of(READ, DESCRIBE_CONFIGS, CREATE)
                .forEach(operation -> rights.add(new Right(topic.apply(commands), operation)));
        Stream.of(WRITE, DESCRIBE_CONFIGS, CREATE)
                .forEach(operation -> rights.add(new Right(topic.apply(results), operation)));
        return rights;
    }

    private static List<Right> ofRelays() {
        return List.of(
                Right.toBeIn(PlatformSettings.COMMANDS_GROUP),
                Right.toBeIn(PlatformSettings.RESULTS_GROUP),
                Right.toTransactOn(PlatformSettings.TRANSACTIONAL_IDS));
    }

    /** Exhaustive: a topic that is added without saying who works with it does not compile. */
    private static List<AclOperation> work(Topic topic) {
        return switch (topic) {
            case COMMANDS, COMMAND_RESULTS, EVENTS, SLA_ALERTS, WEBHOOKS, WEBHOOK_ATTEMPTS -> List.of(READ, WRITE);
            case STATUS, DECISIONS, SLA_CLOCKS, DEAD_LETTERS -> List.of(WRITE);
        };
    }

    private static List<String> groups(boolean alertmanager) {
        Stream<String> always = Stream.of(
                WriterSettings.OWNERS_GROUP,
                StatusTopology.APPLICATION_ID,
                SlaTopology.APPLICATION_ID,
                DeliverySettings.GROUP);
        return Stream.concat(always, alertmanager ? Stream.of(AlertmanagerNode.GROUP) : Stream.empty())
                .toList();
    }

    /** Nodes fence each other when partitions change hands: each needs all of them. */
    private static List<String> transactions() {
        return List.of(
                WriterSettings.TRANSACTIONAL_IDS,
                DeliverySettings.TRANSACTIONAL_IDS,
                // Kafka Streams makes the rest up anew at every start.
                SlaTopology.APPLICATION_ID + "-");
    }
}
