package io.appeals.api.feed;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened, as a receiver sees it: the body of a webhook, the data of a server-sent event. */
@Schema(description = "Something that happened to an appeal")
public record FeedMessage(
        @Schema(example = "AppealSubmitted") String type,
        @Schema(description = "When it happened") Instant timestamp,
        @Nullable String appealId,
        @Nullable String sellerId,

        @Schema(
                description =
                        "The appeal's version after it: 1, 2, 3 … without gap. Whoever misses one finds it at GET /v1/appeals/{appealId}/events",
                example = "3")
        @Nullable
        Long sequence,

        @Schema(description = "As in GET /v1/appeals/{appealId}/events; missing where it is too long", type = "object")
        @Nullable
        Object data) {

    public static FeedMessage of(FeedItem item) {
        return new FeedMessage(
                item.type(), item.occurredAt(), item.appealId(), item.sellerId(), item.sequence(), item.data());
    }

    /** The same without its data, which are to be asked for. */
    public FeedMessage thin() {
        return new FeedMessage(type, timestamp, appealId, sellerId, sequence, null);
    }
}
