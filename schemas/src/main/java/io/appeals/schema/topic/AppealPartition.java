package io.appeals.schema.topic;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.utils.Utils;

/** Where an appeal lives. */
public final class AppealPartition {

    private AppealPartition() {}

    /** The partition of a key, by the rule of Kafka's own Java producer, so that every client finds the same one. */
    public static int of(String key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(UTF_8))) % partitions;
    }
}
