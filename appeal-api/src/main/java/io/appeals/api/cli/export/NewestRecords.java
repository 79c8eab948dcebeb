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
    private long found;

    /** Takes the partition's records in their order. */
    void note(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            offsets.remove(record.key());
        } else {
            offsets.put(record.key(), record.offset());
        }
    }

    /** Whether it is the newest of its key. Each is to be asked for once. */
    boolean hold(ConsumerRecord<String, byte[]> record) {
        Long newest = offsets.get(record.key());
        boolean isNewest = newest != null && newest == record.offset();
        found += isNewest ? 1 : 0;
        return isNewest;
    }

    /** Whether every one of them was asked for. */
    boolean wereAllFound() {
        return found == offsets.size();
    }
}
