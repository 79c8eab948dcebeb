package io.appeals.commands.writer;

import io.appeals.schema.result.RejectionType;
import java.util.Map;

/**
 * What came of the commands of one transaction.
 *
 * @param commands all that were taken, those that could not be read included
 * @param events that were appended
 * @param accepted commands that had not been there before
 * @param repeated commands that were accepted before and got the same answer again
 * @param rejected how many, by why
 * @param undecidable commands on appeals whose history cannot be read, or that a rule fails on
 * @param deadLetters records of the commands topic that were given up, by reason
 */
public record CommittedBatch(
        int commands,
        int events,
        int accepted,
        int repeated,
        Map<RejectionType, Integer> rejected,
        int undecidable,
        Map<String, Integer> deadLetters) {

    public CommittedBatch {
        rejected = Map.copyOf(rejected);
        deadLetters = Map.copyOf(deadLetters);
    }
}
