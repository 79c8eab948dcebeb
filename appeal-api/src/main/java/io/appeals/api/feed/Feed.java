package io.appeals.api.feed;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/** What happens, for those who listen on this node. */
interface Feed {

    /** Somebody is about to listen; returns once the ring is being filled, or after a few seconds without success. */
    void awake() throws InterruptedException;

    /** The latest. */
    FeedRing ring();

    /** With which positions are hidden; the same on every node. */
    PositionSeal seal();

    /** Reads the log again for somebody who is too far behind for the ring; empty while too many do. */
    Optional<CatchUp> catchUp(Collection<TopicPartition> partitions, FeedPosition from) throws InterruptedException;

    /** One such reading. */
    interface CatchUp extends AutoCloseable {

        /**
         * A bounded piece, in each partition's order.
         *
         * @param positions the next offset of each partition after it
         */
        record Piece(List<FeedItem> items, Map<TopicPartition, Long> positions) {}

        /** What comes next; nothing if it does not come soon. */
        Piece next();

        @Override
        void close();
    }
}
