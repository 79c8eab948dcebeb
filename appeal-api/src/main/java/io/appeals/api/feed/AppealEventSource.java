package io.appeals.api.feed;

import io.appeals.api.appeal.TimelineEvent;
import io.appeals.schema.event.AppealEvent;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.topic.Topic;
import io.appeals.schema.wire.Published;
import io.appeals.schema.wire.WireFormat;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The appeals' own events. */
@Singleton
public final class AppealEventSource implements FeedSource {

    private final WireFormat<RecordedEvent> format = Published.EVENTS.wireFormat();

    @Override
    public Topic topic() {
        return Topic.EVENTS;
    }

    @Override
    public List<String> types() {
        return Arrays.stream(AppealEvent.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .toList();
    }

    @Override
    public FeedItem read(ConsumerRecord<String, byte[]> log) {
        RecordedEvent event = format.decode(log.value());
        return new FeedItem(
                new FeedItem.Place(log.topic(), log.partition(), log.offset()),
                event.eventId(),
                event.event().type(),
                event.occurredAt(),
                event.appealId(),
                event.sellerId(),
                event.version(),
                TimelineEvent.isInternal(event),
                TimelineEvent.of(event));
    }
}
