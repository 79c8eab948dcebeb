package io.appeals.api.feed;

import io.appeals.api.node.NodeService;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/** Stands in for the node's feed where a test has its log in memory: nothing is ever told. */
@Singleton
@Replaces(FeedNode.class)
@Requires(property = "test.memory-log")
class SilentFeed implements NodeService, Feed {

    private final FeedRing ring = new FeedRing(1);

    SilentFeed() {
        ring.begin(Map.of(new TopicPartition("appeals.events.v1", 0), 0L));
    }

    @Override
    public void awake() {
        // It begins where it ends.
    }

    @Override
    public FeedRing ring() {
        return ring;
    }

    @Override
    public PositionSeal seal() {
        return PositionSeal.of("memory");
    }

    @Override
    public Optional<CatchUp> catchUp(Collection<TopicPartition> partitions, FeedPosition from) {
        return Optional.empty();
    }
}
