package io.appeals.api.limit;

import io.appeals.api.settings.Setting;
import io.appeals.api.settings.Settings;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Every caller's allowance on this node. */
@Singleton
class Allowances {

    private static final int TIDY_AT = 10_000;

    private final int perSecond;
    private final int burst;
    private final Map<String, Allowance> byCaller = new ConcurrentHashMap<>();

    Allowances(Settings settings) {
        this.perSecond = settings.number(Setting.HTTP_RATE_PER_SECOND);
        this.burst = settings.number(Setting.HTTP_RATE_BURST);
    }

    /** @return zero when the caller may go on, or else how long to wait */
    Duration take(String caller) {
        long now = System.nanoTime();
        if (byCaller.size() >= TIDY_AT) {
            byCaller.values().removeIf(allowance -> allowance.isFull(now));
        }
        return byCaller.computeIfAbsent(caller, _ -> new Allowance(perSecond, burst, now))
                .take(now);
    }
}
