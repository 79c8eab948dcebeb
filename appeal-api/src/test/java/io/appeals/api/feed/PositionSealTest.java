package io.appeals.api.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An event's id leads back to its place on every node, and tells nobody where that is")
class PositionSealTest {

    private final PositionSeal seal = PositionSeal.of("topic-id");

    private static FeedPosition at(long offset) {
        Map<TopicPartition, Long> next = new HashMap<>();
        for (int partition = 0; partition < 12; partition++) {
            next.put(new TopicPartition("appeals.events.v1", partition), offset);
        }
        return FeedPosition.of(next);
    }

    private static FeedPosition opened(String id, PositionSeal seal) {
        return FeedPosition.opened(id, seal, at(1_000));
    }

    @Test
    void aNodeOfTheSameClusterGoesOnFromIt() {
        String id = at(17).sealed(seal);
        assertThat(opened(id, PositionSeal.of("topic-id"))).hasToString(at(17).toString());
    }

    @Test
    void itLooksDifferentEachTimeAlsoWhereNothingHasHappened() {
        assertThat(at(17).sealed(seal)).isNotEqualTo(at(17).sealed(seal));
    }

    @Test
    void itIsAsLongForALittleAsForMore() {
        assertThat(at(1).sealed(seal)).hasSameSizeAs(at(999).sealed(seal));
    }

    @Test
    void itIsNotTakenByAnotherClusterNorInAnyOtherFormThanItHadWhenItWasGiven() {
        String id = at(17).sealed(seal);
        char last = id.charAt(20);
        String changed = id.substring(0, 20) + (last == 'A' ? 'B' : 'A') + id.substring(21);
        isRefused(id, PositionSeal.of("another-topic-id"));
        isRefused(changed, seal);
        isRefused(id.substring(0, 30), seal);
        isRefused(at(17).toString(), seal);
        isRefused("AAAA", seal);
        isRefused("", seal);
    }

    private static void isRefused(String id, PositionSeal seal) {
        assertThatThrownBy(() -> opened(id, seal))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("as it came, or 'beginning'");
    }

    @Test
    void everythingThereIsLiesBehindTheBeginning() {
        assertThat(opened("beginning", seal)).hasToString(at(0).toString());
    }
}
