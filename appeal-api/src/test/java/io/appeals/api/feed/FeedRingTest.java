package io.appeals.api.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class FeedRingTest {

    private static final String TOPIC = "appeals.events.v1";
    private static final int PARTITIONS = 3;

    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private final List<FeedItem> log = new ArrayList<>();
    private final FeedRing ring = new FeedRing(8);

    FeedRingTest() {
        for (int i = 0; i < PARTITIONS; i++) {
            ends.put(new TopicPartition(TOPIC, i), 0L);
        }
        ring.begin(ends);
    }

    private void happens(int partition) {
        TopicPartition where = new TopicPartition(TOPIC, partition);
        long offset = ends.merge(where, 1L, Long::sum) - 1;
        FeedItem item = new FeedItem(
                new FeedItem.Place(TOPIC, partition, offset),
                partition + "/" + offset,
                "AppealAmended",
                Instant.EPOCH,
                "A" + partition,
                "S-1",
                offset + 1,
                false,
                "data");
        log.add(item);
        ring.add(List.of(item), ends);
    }

    private FeedPosition start() {
        return FeedPosition.parse("events.v1=0,0,0", FeedPosition.of(ends));
    }

    @Test
    void whoeverIsCloseEnoughReadsOnWhereTheyWere() {
        happens(0);
        happens(1);
        happens(0);
        FeedPosition position = start();
        position.pass(log.getFirst());

        FeedRing.Slice slice = ring.read(ring.join(position).orElseThrow(), 10).orElseThrow();
        assertThat(slice.items().stream().filter(item -> !position.isPast(item)))
                .containsExactly(log.get(1), log.get(2));
        assertThat(String.valueOf(slice.reached())).isEqualTo("events.v1=2,1,0");
    }

    @Test
    void whoeverIsTooFarBehindHasToReadTheLog() {
        FeedPosition begin = start();
        for (int i = 0; i < 8; i++) {
            happens(0);
        }
        assertThat(ring.join(begin)).isPresent();
        happens(1);
        assertThat(ring.join(begin)).isEmpty();
        assertThat(begin.behind(ring.start())).containsExactly(new TopicPartition(TOPIC, 0));
    }

    @Test
    void whoeverIsOvertakenWhileReadingIsTold() {
        happens(0);
        long cursor = ring.join(start()).orElseThrow();
        for (int i = 0; i < 8; i++) {
            happens(0);
        }
        assertThat(ring.read(cursor, 10)).isEmpty();
    }

    @Test
    void someoneWhoReadsInPiecesGetsEachEventOnce() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        FeedPosition position = start();
        List<FeedItem> read = new ArrayList<>();
        for (int round = 0; round < 2_000; round++) {
            for (int i = random.nextInt(4); i > 0; i--) {
                happens(random.nextInt(PARTITIONS));
            }
            long cursor = ring.join(position).orElseThrow();
            FeedRing.Slice slice = ring.read(cursor, 100).orElseThrow();
            for (FeedItem item : slice.items()) {
                if (!position.isPast(item)) {
                    position.pass(item);
                    read.add(item);
                }
            }
        }
        assertThat(read).as("seed %d", seed).isEqualTo(log);
    }

    @Test
    void aPositionIsTheSameAfterItWasWrittenAndRead() {
        happens(2);
        happens(1);
        FeedPosition position = FeedPosition.of(ends);
        assertThat(position).hasToString("events.v1=0,1,1");
        assertThat(FeedPosition.parse(position.toString(), start())).hasToString("events.v1=0,1,1");
        for (String none :
                new String[] {"", "0", "events.v1=1", "events.v1=1,2,3,4", "other.v1=1", "events.v1=-1,0,0"}) {
            assertThatThrownBy(() -> FeedPosition.parse(none, position)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
