package io.appeals.commands.writer.kafka;

import io.appeals.commands.appeal.AppealDecider;
import io.appeals.commands.writer.WriterObserver;
import io.appeals.commands.writer.record.LogRecords;
import io.appeals.commands.writer.store.AppealStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** What an owner works with. */
record OwnerParts(
        OwnerClients clients,
        LogRecords records,
        AppealDecider decider,
        AppealStore store,
        int cachedAppeals,
        InstantSource clock,
        WriterObserver observer) {

    /** In whole milliseconds, as the log keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** @param nextCommands from where the commands of each partition of the tenure are to be read afterwards */
    Recovery recovery(Map<Integer, Long> nextCommands, Recovery.Ready ready) {
        return new Recovery(nextCommands, clients, store, decider, records.events(), observer, ready);
    }
}
