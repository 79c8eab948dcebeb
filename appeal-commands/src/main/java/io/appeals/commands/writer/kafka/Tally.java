package io.appeals.commands.writer.kafka;

import io.appeals.commands.writer.CommittedBatch;
import io.appeals.commands.writer.ledger.Ruling;
import io.appeals.schema.result.Rejection;
import io.appeals.schema.result.RejectionType;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Counts what comes of the commands of a batch. */
final class Tally {

    private final Map<RejectionType, Integer> rejected = new EnumMap<>(RejectionType.class);
    private final Map<String, Integer> deadLetters = new HashMap<>();
    private int commands;
    private int events;
    private int accepted;
    private int repeated;
    private int undecidable;

    void command() {
        commands++;
    }

    void ruled(Ruling ruling) {
        switch (ruling) {
            case Ruling.Accepted taken -> {
                accepted++;
                events += taken.events().size();
            }
            case Ruling.Answered answered -> {
                Rejection rejection = answered.result().rejection();
                if (rejection == null) {
                    repeated++;
                } else {
                    rejected.merge(rejection.type(), 1, Integer::sum);
                }
            }
            case Ruling.Undecidable _ -> undecidable++;
        }
    }

    void deadLetter(String reason) {
        deadLetters.merge(reason, 1, Integer::sum);
    }

    CommittedBatch result() {
        return new CommittedBatch(commands, events, accepted, repeated, rejected, undecidable, deadLetters);
    }
}
