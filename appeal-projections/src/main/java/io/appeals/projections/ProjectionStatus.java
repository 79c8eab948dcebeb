package io.appeals.projections;

import java.util.Map;
import java.util.OptionalLong;

/**
 * How a projection stands on this node at this moment: of the partitions whose tasks run here, so that the figures of all
 * nodes together are those of the whole.
 *
 * @param allPartitions that there are, on all nodes
 * @param partitions that are folded here
 * @param caughtUpPartitions those of them that are read to where the log ended when their tasks began
 * @param lag how many offsets of the log are not folded yet; empty while the cluster does not tell
 * @param degradedAppeals how many appeals have an event that could not be folded
 * @param threadFailures how often a thread failed since the start and was replaced
 * @param deadLetters how many records were put aside since the start, by reason
 */
public record ProjectionStatus(
        int allPartitions,
        int partitions,
        int caughtUpPartitions,
        OptionalLong lag,
        long degradedAppeals,
        long threadFailures,
        Map<String, Long> deadLetters) {

    public ProjectionStatus {
        deadLetters = Map.copyOf(deadLetters);
    }
}
