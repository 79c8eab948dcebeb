package io.appeals.projections.sla.store;

import io.appeals.projections.sla.appeal.AppealClocks;
import io.appeals.projections.sla.appeal.PolicyBooks;
import io.appeals.projections.sla.clock.ClockFigures;
import io.appeals.projections.sla.clock.DueMoment;
import io.appeals.projections.sla.clock.SlaClock;
import io.appeals.schema.wire.RecordCodec;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The row of an appeal: its clocks with what was computed of those that live, so that indexes follow from the row alone.
 *
 * @param outlooks of the live clocks, in their order
 */
public record StoredAppeal(AppealClocks clocks, List<Outlook> outlooks) {

    public static final RecordCodec<StoredAppeal> CODEC = RecordCodec.of(StoredAppeal.class);

    /**
     * What a live clock will come to if nothing changes.
     *
     * @param pending what is to be alerted, and when
     */
    public record Outlook(@Nullable Instant breachAt, List<DueMoment> pending) {

        public Outlook {
            pending = List.copyOf(pending);
        }
    }

    public StoredAppeal {
        outlooks = List.copyOf(outlooks);
    }

    public static StoredAppeal of(AppealClocks clocks, PolicyBooks books) {
        return new StoredAppeal(
                clocks,
                clocks.live().stream().map(clock -> outlook(clock, books)).toList());
    }

    private static Outlook outlook(SlaClock clock, PolicyBooks books) {
        ClockFigures figures = ClockFigures.of(clock, books.pinned(clock.book()));
        return new Outlook(figures.breachAt(), figures.pending());
    }

    /** The first moment at which there is something to alert. */
    public Optional<Instant> firstDue() {
        return outlooks.stream()
                .flatMap(outlook -> outlook.pending().stream())
                .map(DueMoment::at)
                .min(Instant::compareTo);
    }

    /** The nearest breach of all live clocks, past ones included. */
    public Optional<Instant> firstBreach() {
        return outlooks.stream().map(Outlook::breachAt).filter(Objects::nonNull).min(Instant::compareTo);
    }
}
