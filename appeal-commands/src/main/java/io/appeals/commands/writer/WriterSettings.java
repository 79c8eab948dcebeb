package io.appeals.commands.writer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * How a node takes part in the write path.
 *
 * @param nodeId names this node for ever: no two nodes that run at the same time may share it
 * @param bootstrapServers of the Kafka cluster
 * @param clientSettings further settings of every Kafka client, for instance for TLS and SASL
 * @param partitions of the commands and events topics
 * @param dataFolder under which the owner keeps its states
 * @param queuedCommands how many commands may wait or be in hand before callers hear 'unavailable'
 * @param queuedBytes the same in bytes of content
 * @param cachedAppeals how many appeals' states are kept in memory
 * @param answerWithin how long a sender waits before it hears 'pending'
 * @param sessionTimeout after how long a silent node's partitions go to others
 * @param transactionTimeout after how long the broker ends the transaction of a node that fell silent inside it; until
 *     then readers and the next owner wait
 */
public record WriterSettings(
        String nodeId,
        String bootstrapServers,
        Map<String, String> clientSettings,
        int partitions,
        Path dataFolder,
        int queuedCommands,
        long queuedBytes,
        int cachedAppeals,
        Duration answerWithin,
        Duration sessionTimeout,
        Duration transactionTimeout) {

    /** The consumer group whose assignment says who owns which partition. */
    public static final String OWNERS_GROUP = "appeals-owners";

    /** What the transactional ids of all nodes' owners begin with; they fence each other by them. */
    public static final String TRANSACTIONAL_IDS = "appeals-owner-";

    /** A few seconds' worth under full load: more would only be copied by the collector of garbage, and is found on disk. */
    private static final int CACHED_APPEALS = 5_000;

    public WriterSettings {
        clientSettings = Map.copyOf(clientSettings);
        if (nodeId.isBlank() || partitions < 1 || queuedCommands < 2 || queuedBytes < 2 || cachedAppeals < 1) {
            throw new IllegalArgumentException(
                    "nodeId must be given; partitions and cachedAppeals must be at least 1, the queue's bounds at least 2");
        }
    }

    public static WriterSettings of(String nodeId, String bootstrapServers, int partitions, Path dataFolder) {
        return new WriterSettings(
                nodeId,
                bootstrapServers,
                Map.of(),
                partitions,
                dataFolder,
                8_192,
                32L << 20,
                CACHED_APPEALS,
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10));
    }

    public WriterSettings withClientSettings(Map<String, String> settings) {
        return new WriterSettings(
                nodeId,
                bootstrapServers,
                settings,
                partitions,
                dataFolder,
                queuedCommands,
                queuedBytes,
                cachedAppeals,
                answerWithin,
                sessionTimeout,
                transactionTimeout);
    }

    public WriterSettings withQueue(int commands, long bytes) {
        return new WriterSettings(
                nodeId,
                bootstrapServers,
                clientSettings,
                partitions,
                dataFolder,
                commands,
                bytes,
                cachedAppeals,
                answerWithin,
                sessionTimeout,
                transactionTimeout);
    }

    public WriterSettings withTimeouts(Duration answer, Duration session, Duration transaction) {
        return new WriterSettings(
                nodeId,
                bootstrapServers,
                clientSettings,
                partitions,
                dataFolder,
                queuedCommands,
                queuedBytes,
                cachedAppeals,
                answer,
                session,
                transaction);
    }
}
