package io.appeals.api.feed;

import org.jspecify.annotations.Nullable;

/** What somebody asks to hear of; null where it does not matter. */
record FeedFilter(@Nullable String appealId, @Nullable String sellerId, EventSelection selection) {

    boolean includes(FeedItem item) {
        return (appealId == null || appealId.equals(item.appealId()))
                && (sellerId == null || sellerId.equals(item.sellerId()))
                && selection.includes(item.type());
    }
}
