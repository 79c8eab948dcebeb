package io.appeals.api.bench;

import java.util.Comparator;
import java.util.List;

/**
 * One line of the result.
 *
 * @param path how commands were sent
 * @param inFlight how many at a time
 * @param perSecond commands that were answered
 * @param p50Ms the latency that half of them kept below, in milliseconds; p99 and p99.9 accordingly
 * @param ratioToRaw perSecond, as a share of what the raw producer reached with as many in flight
 */
record Row(String path, int inFlight, double perSecond, double p50Ms, double p99Ms, double p999Ms, double ratioToRaw) {

    /** @param raw the raw producer's line for as many in flight */
    static Row of(RouteName path, int inFlight, Measured measured, Row raw) {
        return of(path, inFlight, measured, measured.perSecond() / raw.perSecond());
    }

    /** The raw producer's line: the sample with the median throughput. */
    static Row ofRaw(int inFlight, List<Measured> samples) {
        List<Measured> sorted = samples.stream()
                .sorted(Comparator.comparingDouble(Measured::perSecond))
                .toList();
        return of(RouteName.RAW, inFlight, sorted.get((sorted.size() - 1) / 2), 1);
    }

    private static Row of(RouteName path, int inFlight, Measured measured, double ratio) {
        return new Row(
                path.toString(),
                inFlight,
                rounded(measured.perSecond(), 10),
                rounded(measured.millis(50), 1_000),
                rounded(measured.millis(99), 1_000),
                rounded(measured.millis(99.9), 1_000),
                rounded(ratio, 1_000));
    }

    private static double rounded(double value, int parts) {
        return Math.round(value * parts) / (double) parts;
    }
}
