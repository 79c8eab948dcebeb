package io.appeals.api.broker;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a single broker needs to be set to differently from Kafka's defaults, which are made for clusters. The same
 * for the embedded broker and for a test's broker in a container; every line says what breaks without it.
 */
public final class BrokerSettings {
    private BrokerSettings() {}

    /** The settings, by Kafka's own names, in a map that the caller may add to. */
    public static Map<String, String> ofASingleNode() {
        Map<String, String> settings = new TreeMap<>();
        internalTopicsOnOneReplica(settings);
        fastStart(settings);
        fastTransactions(settings);
        smallFootprint(settings);
        // Default true: a misspelt topic name would silently become a topic with one partition.
        settings.put("auto.create.topics.enable", "false");
        return settings;
    }

    private static void internalTopicsOnOneReplica(Map<String, String> settings) {
        // Default 3: without three brokers no group could commit, no transaction begin and no share group exist.
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        // Default 50 each: a hundred and fifty logs to create, recover and load at every start, for a handful of
        // groups.
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
    }

    private static void fastStart(Map<String, String> settings) {
        // Defaults 9000 and 2000: after kill -9 nothing serves before the controller has given the dead broker up. Not
        // less than this: a process that stands still for longer, for whatever reason, loses its leaderships, which
        // Kafka does not always survive (see CombinedServer).
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("broker.heartbeat.interval.ms", "200");
        // Default 3000: the first member of every group would wait that long for company that doesn't come.
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("group.streams.initial.rebalance.delay.ms", "0");
        // Default 1 GiB: after kill -9 the open segment of every partition is read and checked, so start-up time would
        // grow with up to a gigabyte a partition; this bounds it.
        settings.put("log.segment.bytes", String.valueOf(64 << 20));
    }

    private static void fastTransactions(Map<String, String> settings) {
        // Default 20: a transaction that begins while the marker of the one before is still being written waits that
        // long; a single caller's p90 becomes 28 ms rather than 2 to 6.
        settings.put("add.partitions.to.txn.retry.backoff.ms", "1");
        // Default 10000: a writer that dies inside a transaction holds back every read-committed reader until the
        // transaction times out and the broker looks, which it would do every ten seconds only.
        settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
    }

    private static void smallFootprint(Map<String, String> settings) {
        // Default 128 MiB, taken from the heap at start: too much in a process that has other things to do. This many
        // bytes still compact half a million keys in one pass.
        settings.put("log.cleaner.dedupe.buffer.size", String.valueOf(16 << 20));
    }
}
