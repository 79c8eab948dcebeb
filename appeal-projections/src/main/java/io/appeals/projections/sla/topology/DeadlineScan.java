package io.appeals.projections.sla.topology;

import io.appeals.projections.serving.LocalPartition;
import io.appeals.projections.sla.appeal.Alert;
import io.appeals.projections.sla.appeal.AppealClocks;
import io.appeals.projections.sla.appeal.PolicyBooks;
import io.appeals.projections.sla.clock.DueMoment;
import io.appeals.projections.sla.clock.SlaClock;
import io.appeals.projections.sla.store.StoredAppeal;
import io.appeals.projections.sla.store.StoredAppeal.Outlook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks through one partition's deadlines, in order of time, for those that have come. The only timer of the projection:
 * whatever clocks there are, one look costs a seek, and what is due costs its number, a bounded time at once.
 */
final class DeadlineScan {

    static final Duration EVERY = Duration.ofMillis(100);

    /** Folding and committing get their turn after so much. */
    private static final Duration BUDGET = Duration.ofMillis(300);

    private static final Duration FORGETTING_EVERY = Duration.ofMinutes(1);
    private static final int FORGOTTEN_AT_ONCE = 500;
    private static final int BATCH = 500;

    private final LocalPartition partition;
    private final SlaLedger ledger;
    private final PolicyBooks books;
    private final AlertDesk desk;
    private final SlaPublisher publisher;
    private final SlaObserver observer;
    private long forgettingAt = System.nanoTime();

    DeadlineScan(
            LocalPartition partition,
            SlaLedger ledger,
            PolicyBooks books,
            AlertDesk desk,
            SlaPublisher publisher,
            SlaObserver observer) {
        this.partition = partition;
        this.ledger = ledger;
        this.books = books;
        this.desk = desk;
        this.publisher = publisher;
        this.observer = observer;
    }

    /** Nothing is due before the log is read to its end: what would end a clock may still be to come. */
    void run(Instant now) {
        if (!partition.isCaughtUp()) {
            return;
        }
        long begin = System.nanoTime();
        long end = begin + BUDGET.toNanos();
        int alerts = desk.sayUnsaid(now, end) + fire(now, end);
        if (alerts > 0) {
            ledger.keepWatermark();
        }
        forget(now);
        observer.scanned(Duration.ofNanos(System.nanoTime() - begin), alerts);
    }

    private int fire(Instant now, long end) {
        int alerts = 0;
        List<String> due;
        do {
            due = ledger.due(now, BATCH);
            for (String appealId : due) {
                alerts += fire(appealId, now);
            }
        } while (!due.isEmpty() && System.nanoTime() < end);
        return alerts;
    }

    private int fire(String appealId, Instant now) {
        StoredAppeal row = ledger.appeal(appealId);
        if (row == null) {
            throw new IllegalStateException("there is a deadline of appeal " + appealId + ", but no such appeal");
        }
        List<SlaClock> live = new ArrayList<>();
        List<Outlook> outlooks = new ArrayList<>();
        List<Alert> alerts = new ArrayList<>();
        for (int i = 0; i < row.outlooks().size(); i++) {
            Outlook outlook = row.outlooks().get(i);
            List<DueMoment> due = outlook.pending().stream()
                    .filter(moment -> !moment.at().isAfter(now))
                    .toList();
            SlaClock clock = row.clocks().live().get(i).passing(thresholds(due));
            live.add(clock);
            outlooks.add(new Outlook(outlook.breachAt(), without(outlook.pending(), due)));
            due.forEach(moment -> alerts.add(Alert.of(clock, moment)));
        }
        AppealClocks after = row.clocks().withLive(live);
        ledger.write(new StoredAppeal(after, outlooks));
        publish(after, alerts, now);
        return alerts.size();
    }

    private void publish(AppealClocks appeal, List<Alert> alerts, Instant now) {
        Set<SlaClock> changed = alerts.stream().map(Alert::clock).collect(Collectors.toSet());
        changed.forEach(clock -> publisher.clock(appeal, clock, books.pinned(clock.book()), now));
        alerts.forEach(alert -> desk.say(appeal, alert, now));
    }

    private static List<String> thresholds(List<DueMoment> moments) {
        return moments.stream().map(DueMoment::threshold).toList();
    }

    private static List<DueMoment> without(List<DueMoment> all, List<DueMoment> due) {
        return all.stream().filter(moment -> !due.contains(moment)).toList();
    }

    private void forget(Instant now) {
        if (System.nanoTime() - forgettingAt >= 0) {
            ledger.forgetAlerts(now.minus(AlertDesk.HORIZON), FORGOTTEN_AT_ONCE);
            forgettingAt = System.nanoTime() + FORGETTING_EVERY.toNanos();
        }
    }
}
