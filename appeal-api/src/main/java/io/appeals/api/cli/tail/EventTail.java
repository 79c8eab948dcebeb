package io.appeals.api.cli.tail;

import io.appeals.api.cli.EventsTopic;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.topic.AppealPartition;
import io.appeals.schema.wire.Published;
import io.appeals.schema.wire.UndecodableRecordException;
import io.appeals.schema.wire.WireFormat;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Follows the events topic and tells what passes the filter. */
final class EventTail {

    private static final Duration POLL = Duration.ofMillis(200);

    private final org.apache.kafka.clients.consumer.Consumer<String, byte[]> log;
    private final EventFilter filter;
    private final Consumer<String> told;
    private final WireFormat<RecordedEvent> format = Published.EVENTS.wireFormat();

    EventTail(
            org.apache.kafka.clients.consumer.Consumer<String, byte[]> log, EventFilter filter, Consumer<String> told) {
        this.log = log;
        this.filter = filter;
        this.told = told;
    }

    /** Takes its place: everything committed from now on is told, and everything before as well when wanted. */
    void begin(boolean fromBeginning) {
        List<TopicPartition> partitions = wanted(EventsTopic.partitions(log));
        log.assign(partitions);
        if (fromBeginning) {
            log.seekToBeginning(partitions);
        } else {
            log.seekToEnd(partitions);
        }
        // Seeking is lazy; asking makes 'now' the moment of this call.
        partitions.forEach(log::position);
    }

    private List<TopicPartition> wanted(List<TopicPartition> all) {
        String appealId = filter.appealId();
        return appealId == null ? all : List.of(all.get(AppealPartition.of(appealId, all.size())));
    }

    /** Tells what has been committed since. */
    void follow() {
        for (ConsumerRecord<String, byte[]> record : log.poll(POLL)) {
            if (filter.wantsKey(record.key())) {
                tell(record);
            }
        }
    }

    private void tell(ConsumerRecord<String, byte[]> record) {
        try {
            RecordedEvent event = format.decode(record.value());
            if (filter.wants(event)) {
                told.accept(EventLine.of(event));
            }
        } catch (UndecodableRecordException undecodable) {
            told.accept("partition " + record.partition() + " offset " + record.offset() + " of appeal " + record.key()
                    + " cannot be decoded: " + undecodable.getMessage());
        }
    }
}
