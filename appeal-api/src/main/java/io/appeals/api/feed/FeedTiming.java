package io.appeals.api.feed;

import io.appeals.api.settings.Setting;
import io.appeals.api.settings.Settings;
import java.time.Duration;

/**
 * How long things take on a stream.
 *
 * @param heartbeat between signs of life
 * @param patience with a client that takes nothing, before it is dropped
 * @param lifetime of one connection, after which the client has to show a token again
 * @param retry after which a client comes back
 */
record FeedTiming(Duration heartbeat, Duration patience, Duration lifetime, Duration retry) {

    private static final Duration RETRY = Duration.ofSeconds(2);

    static FeedTiming of(Settings settings) {
        return new FeedTiming(
                settings.duration(Setting.STREAM_HEARTBEAT),
                settings.duration(Setting.STREAM_PATIENCE),
                settings.duration(Setting.STREAM_LIFETIME),
                RETRY);
    }
}
