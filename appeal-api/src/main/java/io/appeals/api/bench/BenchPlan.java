package io.appeals.api.bench;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What is measured.
 *
 * @param routes which ways besides the raw producer, which is always measured
 * @param inFlight with how many senders, one measurement after the other
 * @param perCell how long one measurement takes
 * @param warmUp how long each way is warmed up before its first measurement
 */
record BenchPlan(Set<RouteName> routes, List<Integer> inFlight, Duration perCell, Duration warmUp) {

    private static final int SENDERS_WARMING_UP = 128;
    private static final int RAW_SHARE = 3;

    BenchPlan {
        routes = Set.copyOf(routes);
        inFlight = List.copyOf(inFlight);
    }

    boolean has(RouteName route) {
        return routes.contains(route);
    }

    /** The raw producer is measured three times, so that all its samples together take as long as the others. */
    Duration perRawSample() {
        return perCell.dividedBy(RAW_SHARE);
    }

    int sendersWarmingUp() {
        return SENDERS_WARMING_UP;
    }
}
