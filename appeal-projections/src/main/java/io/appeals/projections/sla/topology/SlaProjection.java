package io.appeals.projections.sla.topology;

import io.appeals.projections.ProjectionStatus;
import io.appeals.projections.serving.LocalPartitions;
import io.appeals.projections.serving.ReadinessCheck;
import io.appeals.projections.serving.RestoreProgress;
import io.appeals.projections.serving.Troubles;
import io.appeals.projections.sla.DeadlineQueries;
import io.appeals.projections.sla.SlaQueries;
import io.appeals.projections.sla.policy.PolicyBook;
import io.appeals.projections.sla.serving.DeadlineBounds;
import io.appeals.projections.sla.serving.LocalDeadlineQueries;
import io.appeals.projections.sla.serving.LocalSlaQueries;
import io.appeals.projections.sla.store.SlaIndex;
import io.appeals.projections.store.CommittedStores;
import io.appeals.projections.store.RocksMemory;
import io.appeals.projections.topology.CatchUpObserver;
import io.appeals.projections.topology.ProjectionSettings;
import io.appeals.projections.topology.ReplaceThreads;
import io.appeals.projections.topology.SourceLag;
import io.appeals.projections.topology.StatusProjection;
import io.appeals.schema.topic.Topic;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The SLA projection, running: clocks folded from the log, alerts when they are due, and the questions that it answers. */
public final class SlaProjection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SlaProjection.class);
    private static final Duration CLOSING = Duration.ofSeconds(15);

    private final RocksMemory memory;
    private final Admin admin;
    private final KafkaStreams streams;
    private final SlaQueries queries;
    private final Supplier<ProjectionStatus> status;
    private final Function<StatusProjection, DeadlineQueries> joining;

    private SlaProjection(
            RocksMemory memory,
            Admin admin,
            KafkaStreams streams,
            SlaQueries queries,
            Supplier<ProjectionStatus> status,
            Function<StatusProjection, DeadlineQueries> joining) {
        this.memory = memory;
        this.admin = admin;
        this.streams = streams;
        this.queries = queries;
        this.status = status;
        this.joining = joining;
    }

    /**
     * Starts the projection on topics that exist. Returns at once; {@link SlaQueries#readiness()} tells when it has
     * caught up, and before that it alerts nobody.
     *
     * @param policies what cycles that begin from now on are pinned to
     * @throws KafkaException if the cluster does not answer, or another process uses the state folder
     */
    public static SlaProjection start(
            ProjectionSettings settings, PolicyBook policies, SlaObserver observer, SlaTime time) {
        Admin admin = Admin.create(adminSettings(settings));
        RocksMemory memory = new RocksMemory(settings.blockCacheBytes());
        try {
            return start(settings, policies, observer, time, admin, memory);
        } catch (RuntimeException e) {
            admin.close();
            memory.close();
            throw e;
        }
    }

    private static SlaProjection start(
            ProjectionSettings settings,
            PolicyBook policies,
            SlaObserver observer,
            SlaTime time,
            Admin admin,
            RocksMemory memory) {
        Troubles troubles = new Troubles(Clock.systemUTC());
        CommittedStores stores = new CommittedStores(SlaTopology.STORE, new SlaIndex(), memory);
        LocalPartitions partitions = new LocalPartitions(countPartitions(admin), stores, SlaTopology.SOURCES);
        RestoreProgress restoring = new RestoreProgress();
        KafkaStreams streams = new KafkaStreams(
                SlaTopology.build(stores, partitions, policies, troubles, observer, time),
                new StreamsConfig(SlaSettings.of(settings)),
                new SlaClients(new CatchUpObserver(partitions, admin), stores));
        streams.setGlobalStateRestoreListener(restoring);
        streams.setUncaughtExceptionHandler(new ReplaceThreads(troubles));
        streams.setStateListener((now, before) -> {
            if (now == KafkaStreams.State.ERROR) {
                troubles.stopped("the SLA projection has stopped; restart this node, its log says why");
            }
        });
        ReadinessCheck check = new ReadinessCheck(partitions, restoring, troubles);
        SlaQueries queries = new LocalSlaQueries(partitions, check, policies, time.clock(), settings.patience());
        SourceLag lag = new SourceLag(partitions, admin);
        streams.start();
        LOG.info(
                "projection {} started for {} partitions with policies {}",
                SlaTopology.APPLICATION_ID,
                partitions.count(),
                policies.id());
        return new SlaProjection(
                memory,
                admin,
                streams,
                queries,
                () -> check.status(lag.offsets()),
                views -> new LocalDeadlineQueries(
                        views.queries(),
                        views.partitions(),
                        partitions,
                        check,
                        policies,
                        time.clock(),
                        settings.patience(),
                        DeadlineBounds.USUAL));
    }

    private static Map<String, Object> adminSettings(ProjectionSettings settings) {
        Map<String, Object> all = new HashMap<>(settings.clientProperties());
        all.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        all.put(AdminClientConfig.CLIENT_ID_CONFIG, SlaTopology.APPLICATION_ID + "-ends");
        return all;
    }

    private static int countPartitions(Admin admin) {
        String topic = Topic.EVENTS.topicName();
        try {
            TopicDescription description =
                    admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
            return Objects.requireNonNull(description).partitions().size();
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw new KafkaException("could not describe topic " + topic + ": " + cause.getMessage(), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while the projection was started", e);
        }
    }

    /** What can be asked; answers {@link io.appeals.projections.NotReady} until the projection has caught up. */
    public SlaQueries queries() {
        return queries;
    }

    /** How it stands on this node. Asks the brokers, so that it may block for some seconds. */
    public ProjectionStatus status() {
        return status.get();
    }

    /** What can be asked about appeals and their clocks together. */
    public DeadlineQueries deadlines(StatusProjection views) {
        return joining.apply(views);
    }

    /** Stops cleanly: commits what is done and leaves the group, so that others, or the next start, take over at once. */
    @Override
    public void close() {
        // Without leaving, the group would wait for this member until its session times out.
        streams.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(CLOSING));
        admin.close(Duration.ofSeconds(1));
        memory.close();
    }
}
