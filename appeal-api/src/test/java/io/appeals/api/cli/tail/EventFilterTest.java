package io.appeals.api.cli.tail;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.api.cli.SoundLog;
import io.appeals.schema.event.RecordedEvent;
import org.junit.jupiter.api.Test;

class EventFilterTest {

    private final RecordedEvent event = SoundLog.seeded(1).events().getFirst();

    @Test
    void withoutAFilterEverythingIsWanted() {
        EventFilter all = new EventFilter(null, null);

        assertThat(all.wantsKey("any")).isTrue();
        assertThat(all.wants(event)).isTrue();
    }

    @Test
    void anAppealIsFoundByItsKey() {
        EventFilter one = new EventFilter(null, event.appealId());

        assertThat(one.wantsKey(event.appealId())).isTrue();
        assertThat(one.wantsKey("another")).isFalse();
    }

    @Test
    void aSellerIsFoundInTheEvent() {
        assertThat(new EventFilter(event.sellerId(), null).wants(event)).isTrue();
        assertThat(new EventFilter("another", null).wants(event)).isFalse();
    }
}
