package io.appeals.api.cli.export;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The newest record of each key in a partition of a compacted topic, of which the cluster may still hold older ones. A
 * key whose newest record is a tombstone has none.
 */
final class NewestRecords {

    private final Map<String, Long> offsets = new HashMap<>();

    /** Takes the partition's records in their order. */
    void note(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            offsets.remove(record.key());
        } else {
            offsets.put(record.key(), record.offset());
        }
    }

    boolean hold(ConsumerRecord<String, byte[]> record) {
        Long newest = offsets.get(record.key());
        return newest != null && newest == record.offset();
    }
}
