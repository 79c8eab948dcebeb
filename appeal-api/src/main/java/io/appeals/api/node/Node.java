package io.appeals.api.node;

import io.appeals.api.time.ProductTime;
import io.appeals.commands.CommandDoor;
import io.appeals.commands.appeal.AppealDecider;
import io.appeals.commands.writer.WriterObserver;
import io.appeals.commands.writer.WriterStatus;
import io.appeals.commands.writer.kafka.KafkaCommandDoor;
import io.appeals.projections.AppealQueries;
import io.appeals.projections.ProjectionStatus;
import io.appeals.projections.sla.DeadlineQueries;
import io.appeals.projections.sla.SlaQueries;
import io.appeals.projections.sla.policy.PolicyBook;
import io.appeals.projections.sla.topology.SlaObserver;
import io.appeals.projections.sla.topology.SlaProjection;
import io.appeals.projections.sla.topology.SlaTime;
import io.appeals.projections.sla.topology.SlaTopology;
import io.appeals.projections.topology.StatusProjection;
import io.appeals.projections.topology.StatusTopology;
import io.appeals.schema.topic.PlatformTopics;
import io.appeals.schema.topic.TopicProvisioner;
import io.appeals.schema.wire.SchemaCatalogue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * The write side and the read side of one node, on one cluster. They know nothing of each other: they meet in the log.
 */
public final class Node implements AutoCloseable {

    private static final long RETRY_MILLIS = 10;

    private final KafkaCommandDoor door;
    private final StatusProjection projection;
    private final SlaProjection sla;
    private final DeadlineQueries deadlines;
    private final int partitions;

    private Node(KafkaCommandDoor door, StatusProjection projection, SlaProjection sla, int partitions) {
        this.door = door;
        this.projection = projection;
        this.sla = sla;
        this.deadlines = sla.deadlines(projection);
        this.partitions = partitions;
    }

    /**
     * Creates the topics that are missing, and starts both sides. Returns while they still catch up.
     *
     * @param platforms that have topics of their own
     * @param rights without which nothing is begun
     * @param policies that SLA clocks which begin from now on are pinned to
     * @throws io.appeals.schema.topic.TopicMismatchException if a topic is not what the product can work with
     * @throws OtherSchemaIdsException if the log was begun with other schema ids
     * @throws org.apache.kafka.common.KafkaException if the cluster does not answer
     */
    static Node start(
            NodeSettings settings,
            List<PlatformTopics> platforms,
            ClusterRights rights,
            AppealDecider decider,
            PolicyBook policies,
            WriterObserver observer,
            SlaObserver slaObserver,
            ProductTime time) {
        int partitions = provision(settings, platforms, rights);
        LogIds.requireKnown(settings.clients(), partitions);
        KafkaCommandDoor door =
                KafkaCommandDoor.open(settings.writer(partitions), decider, SchemaCatalogue.builtIn(), time, observer);
        try {
            return withViews(settings, policies, slaObserver, time, door, partitions);
        } catch (RuntimeException e) {
            door.close();
            throw e;
        }
    }

    private static Node withViews(
            NodeSettings settings,
            PolicyBook policies,
            SlaObserver observer,
            ProductTime time,
            KafkaCommandDoor door,
            int partitions) {
        StatusProjection projection = StatusProjection.start(settings.projection(), time);
        try {
            SlaTime slaTime = SlaTime.of(time, time.factor());
            SlaProjection sla = SlaProjection.start(settings.projection(), policies, observer, slaTime);
            return new Node(door, projection, sla, partitions);
        } catch (RuntimeException e) {
            projection.close();
            throw e;
        }
    }

    private static int provision(NodeSettings settings, List<PlatformTopics> platforms, ClusterRights rights) {
        Map<String, Object> client = new HashMap<>(settings.clients());
        // Default 100 ms: brokers want some questions about transactions again, and have the answer long before that.
        client.put(AdminClientConfig.RETRY_BACKOFF_MS_CONFIG, RETRY_MILLIS);
        try (Admin admin = Admin.create(client)) {
            boolean knowsAll = rights.require(admin);
            int partitions = new TopicProvisioner(admin, settings.partitions(), settings.replicationFactor(), platforms)
                    .provision();
            if (!knowsAll) {
                // Only now can it be asked what may be done to topics that were missing.
                rights.require(admin);
            }
            return partitions;
        }
    }

    /** How many partitions the topics have. */
    public int partitions() {
        return partitions;
    }

    public CommandDoor door() {
        return door;
    }

    public AppealQueries queries() {
        return projection.queries();
    }

    public SlaQueries slaQueries() {
        return sla.queries();
    }

    public DeadlineQueries deadlines() {
        return deadlines;
    }

    /** How the owner of this node's partitions stands. */
    public WriterStatus writer() {
        return door.status();
    }

    /** How the projections stand on this node; see {@link ProjectionWatch}. */
    Map<String, ProjectionStatus> projections() {
        return Map.of(StatusTopology.APPLICATION_ID, projection.status(), SlaTopology.APPLICATION_ID, sla.status());
    }

    /** Ends what is in hand, and leaves the cluster in such a way that this or another node can go on at once. */
    @Override
    public void close() {
        door.close();
        sla.close();
        projection.close();
    }
}
