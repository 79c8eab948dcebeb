package io.appeals.projections.topology;

import io.appeals.projections.AppealQueries;
import io.appeals.projections.ProjectionStatus;
import io.appeals.projections.serving.LocalAppealQueries;
import io.appeals.projections.serving.LocalPartitions;
import io.appeals.projections.serving.ReadinessCheck;
import io.appeals.projections.serving.RestoreProgress;
import io.appeals.projections.serving.Troubles;
import io.appeals.projections.store.AppealIndex;
import io.appeals.projections.store.IndexedStores;
import io.appeals.projections.store.RocksMemory;
import io.appeals.schema.topic.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
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

/** The status projection, running: a Kafka Streams application that folds the log into views and publishes rows, and the questions that it answers. */
public final class StatusProjection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StatusProjection.class);
    private static final Duration CLOSING = Duration.ofSeconds(15);

    private final RocksMemory memory;
    private final Admin admin;
    private final KafkaStreams streams;
    private final LocalPartitions partitions;
    private final AppealQueries queries;
    private final Supplier<ProjectionStatus> status;

    private StatusProjection(
            RocksMemory memory,
            Admin admin,
            KafkaStreams streams,
            LocalPartitions partitions,
            AppealQueries queries,
            Supplier<ProjectionStatus> status) {
        this.memory = memory;
        this.admin = admin;
        this.streams = streams;
        this.partitions = partitions;
        this.queries = queries;
        this.status = status;
    }

    /**
     * Starts the projection on topics that exist. Returns at once; {@link AppealQueries#readiness()} tells when it has
     * caught up.
     *
     * @param clock the product's time
     * @throws KafkaException if the cluster does not answer, or another process uses the state folder
     */
    public static StatusProjection start(ProjectionSettings settings, InstantSource clock) {
        Admin admin = Admin.create(adminSettings(settings));
        RocksMemory memory = new RocksMemory(settings.blockCacheBytes());
        try {
            return start(settings, clock, admin, memory);
        } catch (RuntimeException e) {
            admin.close();
            memory.close();
            throw e;
        }
    }

    private static StatusProjection start(
            ProjectionSettings settings, InstantSource clock, Admin admin, RocksMemory memory) {
        Troubles troubles = new Troubles(Clock.systemUTC());
        IndexedStores stores = new IndexedStores(StatusTopology.STORE, new AppealIndex(), memory);
        LocalPartitions partitions = new LocalPartitions(countPartitions(admin), stores, StatusTopology.SOURCES);
        RestoreProgress restoring = new RestoreProgress();
        KafkaStreams streams = new KafkaStreams(
                StatusTopology.build(stores, partitions, troubles, clock),
                new StreamsConfig(StreamsSettings.of(settings)),
                new ObservedClients(new CatchUpObserver(partitions, admin)));
        streams.setGlobalStateRestoreListener(restoring);
        streams.setUncaughtExceptionHandler(new ReplaceThreads(troubles));
        streams.setStateListener((now, before) -> {
            if (now == KafkaStreams.State.ERROR) {
                troubles.stopped("the projection has stopped; restart this node, its log says why");
            }
        });
        ReadinessCheck check = new ReadinessCheck(partitions, restoring, troubles);
        AppealQueries queries = new LocalAppealQueries(partitions, check, settings.patience(), clock);
        SourceLag lag = new SourceLag(partitions, admin);
        streams.start();
        LOG.info("projection {} started for {} partitions", StatusTopology.APPLICATION_ID, partitions.count());
        return new StatusProjection(memory, admin, streams, partitions, queries, () -> check.status(lag.offsets()));
    }

    private static Map<String, Object> adminSettings(ProjectionSettings settings) {
        Map<String, Object> all = new HashMap<>(settings.clientProperties());
        all.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        all.put(AdminClientConfig.CLIENT_ID_CONFIG, StatusTopology.APPLICATION_ID + "-ends");
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
    public AppealQueries queries() {
        return queries;
    }

    /** How it stands on this node. Asks the brokers, so that it may block for some seconds. */
    public ProjectionStatus status() {
        return status.get();
    }

    /** What is kept here, for those who join it with something else. */
    public LocalPartitions partitions() {
        return partitions;
    }

    /** Stops cleanly: commits what is folded and leaves the group, so that others, or the next start, take over at once. */
    @Override
    public void close() {
        // Without leaving, the group would wait for this member until its session times out.
        streams.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(CLOSING));
        admin.close(Duration.ofSeconds(1));
        memory.close();
    }
}
