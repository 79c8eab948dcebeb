package io.appeals.api.broker;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server$;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/**
 * Controller and broker in one process, put together as Kafka's {@link KafkaRaftServer} does, but for one thing: the
 * broker starts once the controller no longer takes a dead predecessor for alive.
 *
 * <p>Started at once, it would take itself for the leader by its predecessor's registration, go on to mark transactions
 * that were being committed, and lose its leaderships in the midst of that, when the dead one's session ends. Kafka 4.1 to
 * 4.3 takes a partition without a leader for one that was deleted, and leaves the transaction open there for ever: nobody who
 * reads what is committed gets beyond it (KAFKA-20734).
 */
final class CombinedServer {
    private static final Logger LOG = LoggerFactory.getLogger(CombinedServer.class);
    /** Far beyond any session: it only ends the waiting for a controller that does not come to life. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final SharedServer shared;
    private final ControllerServer controller;
    private final BrokerServer broker;
    private final int nodeId;

    CombinedServer(KafkaConfig config) {
        nodeId = config.nodeId();
        Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> storage = KafkaRaftServer.initializeLogDirs(config, LOG, "");
        MetaPropertiesEnsemble folders = storage._1();
        shared = new SharedServer(
                config,
                folders,
                Time.SYSTEM,
                Server$.MODULE$.initializeMetrics(
                        config, Time.SYSTEM, folders.clusterId().orElseThrow()),
                CompletableFuture.completedFuture(
                        QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
                List.of(),
                new StandardFaultHandlerFactory(),
                ServerSocketFactory.INSTANCE);
        broker = new BrokerServer(shared);
        controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), storage._2());
    }

    /** Returns once the broker serves. */
    void startup() {
        controller.startup();
        awaitEndOfPredecessor();
        broker.startup();
    }

    private void awaitEndOfPredecessor() {
        Predecessor predecessor = new Predecessor(nodeId);
        try {
            shared.loader().installPublishers(List.of(predecessor)).get();
            predecessor.gone().get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
            shared.loader().removeAndClosePublisher(predecessor).get();
        } catch (TimeoutException tooLong) {
            throw new IllegalStateException("the controller did not come to life within " + LONGEST_WAIT, tooLong);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting", stopped);
        }
    }

    /** The broker first: it takes its leave of the controller. */
    void shutdown() {
        broker.shutdown();
        controller.shutdown();
    }

    void awaitShutdown() {
        broker.awaitShutdown();
        controller.awaitShutdown();
    }
}
