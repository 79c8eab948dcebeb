package io.appeals.api.bench;

import org.HdrHistogram.Histogram;

/**
 * What one measurement found.
 *
 * @param commands that were answered
 * @param latencies of each, in nanoseconds from its sending to its answer
 */
record Measured(long commands, double seconds, Histogram latencies) {

    double perSecond() {
        return commands / seconds;
    }

    /** @param percentile from 0 to 100 */
    double millis(double percentile) {
        return latencies.getValueAtPercentile(percentile) / 1e6;
    }
}
