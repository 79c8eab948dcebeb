package io.appeals.projections.sla.topology;

import io.appeals.projections.serving.LocalPartition;
import io.appeals.projections.sla.appeal.Alert;
import io.appeals.projections.sla.appeal.AppealClocks;
import io.appeals.projections.sla.appeal.PolicyBooks;
import io.appeals.projections.sla.clock.AlertKind;
import io.appeals.projections.sla.store.SlaRows;
import io.appeals.projections.sla.store.StoredAppeal;
import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.table.SlaAlert;
import io.appeals.schema.topic.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Gives alerts, once the log is read to its end; until then it puts them aside, in the store. */
final class AlertDesk {

    /**
     * An alert that was due earlier would be older than everything in its topic: nobody can act upon it any more. What a
     * breach leads to is proposed however old it is, since the appeal would stay open for ever otherwise.
     */
    static final Duration HORIZON = Topic.SLA_ALERTS.retention().orElseThrow();

    private static final int BATCH = 100;

    private final LocalPartition partition;
    private final SlaLedger ledger;
    private final PolicyBooks books;
    private final SlaPublisher publisher;
    private final SlaObserver observer;
    private final SlaTime time;

    AlertDesk(
            LocalPartition partition,
            SlaLedger ledger,
            PolicyBooks books,
            SlaPublisher publisher,
            SlaObserver observer,
            SlaTime time) {
        this.partition = partition;
        this.ledger = ledger;
        this.books = books;
        this.publisher = publisher;
        this.observer = observer;
        this.time = time;
    }

    /** @param appeal as it is in the ledger */
    void say(AppealClocks appeal, Alert alert, Instant now) {
        SlaAlert row =
                SlaRows.alertRow(appeal, alert, books.pinned(alert.clock().book()), now);
        if (partition.isCaughtUp()) {
            give(row, appeal, now);
        } else {
            ledger.unsaid(row);
        }
    }

    /** Gives what was put aside, for as long as there is time. */
    int sayUnsaid(Instant now, long deadlineNanos) {
        int said = 0;
        List<SlaAlert> alerts;
        do {
            alerts = ledger.takeUnsaid(BATCH);
            for (SlaAlert alert : alerts) {
                StoredAppeal row = ledger.appeal(alert.appealId());
                if (row != null) {
                    give(alert, row.clocks(), now);
                }
            }
            said += alerts.size();
        } while (alerts.size() == BATCH && System.nanoTime() < deadlineNanos);
        return said;
    }

    private void give(SlaAlert alert, AppealClocks appeal, Instant now) {
        Optional<IssuedCommand> proposal = alert.type().equals(AlertKind.BREACHED.word())
                ? Proposals.of(alert, appeal, books, now)
                : Optional.empty();
        proposal.ifPresent(publisher::proposal);
        if (alert.dueAt().isBefore(now.minus(HORIZON))) {
            return;
        }
        String proposed = proposal.map(IssuedCommand::commandId).orElse(null);
        SlaAlert given = SlaRows.given(alert, now, time.lateAfter(), proposed);
        ledger.given(given);
        publisher.alert(given);
        observer.alerted(given);
    }
}
