package io.appeals.api.feed;

import io.appeals.schema.topic.Topic;
import io.appeals.schema.wire.UndecodableRecordException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A topic whose records are told to the outside. */
public interface FeedSource {

    /** Keyed by appealId. */
    Topic topic();

    /** Every type of event that it may hold. */
    List<String> types();

    /** @throws UndecodableRecordException if the record is not what the topic holds */
    FeedItem read(ConsumerRecord<String, byte[]> log);
}
