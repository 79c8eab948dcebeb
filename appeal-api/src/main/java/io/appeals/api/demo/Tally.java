package io.appeals.api.demo;

import io.appeals.schema.appeal.AppealStatus;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** Counts what happens in a run. The first few surprises are told in words. */
final class Tally {

    private static final int SURPRISES_TOLD = 5;

    private final LongAdder begun = new LongAdder();
    private final LongAdder closed = new LongAdder();
    private final LongAdder commands = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private final LongAdder retried = new LongAdder();
    private final LongAdder warnings = new LongAdder();
    private final LongAdder breaches = new LongAdder();
    private final LongAdder recoveries = new LongAdder();
    private final Set<String> leftOpen = ConcurrentHashMap.newKeySet();
    private final AtomicInteger told = new AtomicInteger();
    private final Consumer<String> teller;

    /** @param teller shows a line to the person who watches */
    Tally(Consumer<String> teller) {
        this.teller = teller;
    }

    /**
     * What has happened so far.
     *
     * @param commands that were accepted as they should
     * @param refused answers that say the request was wrong, or say something else than they should
     * @param errors requests that the API failed at or did not answer
     * @param retried requests that were sent again
     * @param levels what the product has told of its SLA clocks
     */
    record Snapshot(
            long begun, long closed, long commands, long refused, long errors, long retried, ServiceLevels levels) {

        long open() {
            return begun - closed;
        }

        boolean isClean() {
            return refused == 0 && errors == 0;
        }
    }

    /** How often clocks were about to be late, were late, and were late no more. */
    record ServiceLevels(long warnings, long breaches, long recoveries) {

        static final ServiceLevels NONE = new ServiceLevels(0, 0, 0);
    }

    Snapshot snapshot() {
        return new Snapshot(
                begun.sum(),
                closed.sum(),
                commands.sum(),
                refused.sum(),
                errors.sum(),
                retried.sum(),
                new ServiceLevels(warnings.sum(), breaches.sum(), recoveries.sum()));
    }

    void begun() {
        begun.increment();
    }

    /** An appeal's status is another one now, or still the same; what was closed can be reopened. */
    void moved(AppealStatus from, AppealStatus to) {
        closed.add((to == AppealStatus.CLOSED ? 1 : 0) - (from == AppealStatus.CLOSED ? 1 : 0));
    }

    /** Nobody goes on with the appeal; time may. */
    void leftOpen(String appealId) {
        leftOpen.add(appealId);
    }

    /** An appeal has lapsed or was closed; if nobody was going on with it, nobody has counted that yet. */
    void endedByTime(String appealId) {
        if (leftOpen.remove(appealId)) {
            closed.increment();
        }
    }

    void warned() {
        warnings.increment();
    }

    void breached() {
        breaches.increment();
    }

    void recovered() {
        recoveries.increment();
    }

    void accepted() {
        commands.increment();
    }

    void retried() {
        retried.increment();
    }

    void unanswered() {
        errors.increment();
    }

    void refused(Step step, String why) {
        refused.increment();
        tell(step, why);
    }

    void failed(Step step, String why) {
        errors.increment();
        tell(step, why);
    }

    private void tell(Step step, String why) {
        int number = told.incrementAndGet();
        if (number <= SURPRISES_TOLD) {
            teller.accept("unexpected: " + step.who().role().claim() + " "
                    + step.who().id() + " at " + step.path()
                    + (step instanceof Step.Send send ? " for " + send.event() : " reading") + ": " + why);
        }
        if (number == SURPRISES_TOLD) {
            teller.accept("(further unexpected answers are only counted)");
        }
    }
}
