package io.appeals.api.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.api.feed.FeedItem;
import io.appeals.api.feed.FeedSources;
import java.util.List;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.junit.jupiter.api.Test;

class LogReaderTest {

    @Test
    void whoStillWaitsForTheReaderWhenItIsClosedFindsNothingAndNothingFails() {
        LogReader reader = new LogReader(new MockConsumer<>("earliest"), new FeedSources(List.of()));

        reader.close();

        assertThat(reader.at(new FeedItem.Place("appeals.events.v1", 0, 7))).isEmpty();
    }
}
