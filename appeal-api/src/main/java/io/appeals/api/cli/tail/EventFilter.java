package io.appeals.api.cli.tail;

import io.appeals.schema.event.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** Which events are wanted: null wants all. */
record EventFilter(@Nullable String sellerId, @Nullable String appealId) {

    /** By the record's key alone, before anything is decoded. */
    boolean wantsKey(@Nullable String key) {
        return appealId == null || appealId.equals(key);
    }

    boolean wants(RecordedEvent event) {
        return sellerId == null || sellerId.equals(event.sellerId());
    }
}
