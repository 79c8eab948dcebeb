package io.appeals.projections.listing;

import io.appeals.projections.SellerSummary;
import io.appeals.projections.SellerSummary.NeedsAction;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts a seller's appeals, one entry after the other. */
public final class SummaryCount {

    private static final Comparator<NeedsAction> MOST_URGENT_FIRST = Comparator.comparing(
                    NeedsAction::dueAt, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(NeedsAction::appealId);

    private final String sellerId;
    private final Map<AppealStatus, Long> byStatus = new EnumMap<>(AppealStatus.class);
    private final Map<Outcome, Long> byOutcome = new EnumMap<>(Outcome.class);
    private final List<NeedsAction> needsAction = new ArrayList<>();
    private long total;

    public SummaryCount(String sellerId) {
        this.sellerId = sellerId;
    }

    public void add(String appealId, ListingFacts facts) {
        total++;
        byStatus.merge(facts.status(), 1L, Long::sum);
        if (facts.outcome() != null) {
            byOutcome.merge(facts.outcome(), 1L, Long::sum);
        }
        if (facts.waitsForSeller()) {
            needsAction.add(new NeedsAction(appealId, facts.status(), facts.dueAt()));
        }
    }

    public SellerSummary summary() {
        return new SellerSummary(
                sellerId,
                total,
                total - byStatus.getOrDefault(AppealStatus.CLOSED, 0L),
                byStatus,
                byOutcome,
                needsAction.size(),
                needsAction.stream()
                        .sorted(MOST_URGENT_FIRST)
                        .limit(SellerSummary.MAX_NEEDS_ACTION)
                        .toList());
    }
}
