package io.appeals.commands.writer;

/**
 * How an owner stands at this moment.
 *
 * @param ownedPartitions that the group gave to this node
 * @param servingPartitions those of them whose states are at the end of the log
 * @param recoveryProgress of the partitions that are not served yet, from 0 to 1; 1 when there are none
 * @param queuedCommands that wait or are being committed
 * @param problem why nothing can be served, for a person; empty when all is well
 */
public record WriterStatus(
        int ownedPartitions,
        int servingPartitions,
        double recoveryProgress,
        int queuedCommands,
        long queuedBytes,
        String problem) {

    /** True when every owned partition is served. A node may own none; then it sends every command to its owner. */
    public boolean isReady() {
        return problem.isEmpty() && servingPartitions == ownedPartitions;
    }
}
