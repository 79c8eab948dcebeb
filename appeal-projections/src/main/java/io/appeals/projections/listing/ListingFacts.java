package io.appeals.projections.listing;

import io.appeals.projections.ListingQuery;
import io.appeals.projections.status.AppealView;
import io.appeals.projections.status.Deadlines;
import io.appeals.projections.status.Mandate;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.Outcome;
import io.appeals.schema.appeal.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What filters and counts must know of an appeal without reading its view. The moments that order it are not here: most events change one of them, and few change these.
 *
 * @param representativeIds who holds a mandate that is not revoked
 * @param dueAt until when the seller should act; null where nothing sets a date
 * @param degradedSince as in the view
 */
public record ListingFacts(
        String sellerId,
        AppealStatus status,
        Stage stage,
        @Nullable String category,
        @Nullable String assignedTo,
        @Nullable String queue,
        @Nullable Outcome outcome,
        List<String> representativeIds,
        @Nullable Instant dueAt,
        @Nullable Long degradedSince) {

    public ListingFacts {
        representativeIds = List.copyOf(representativeIds);
    }

    public static ListingFacts of(AppealView view) {
        return new ListingFacts(
                view.sellerId(),
                view.status(),
                view.stage(),
                view.category(),
                view.assignedTo(),
                view.queue(),
                view.latestOutcome(),
                representatives(view),
                dueAt(view.status(), view.deadlines()),
                view.degradedSince());
    }

    private static List<String> representatives(AppealView view) {
        return view.mandates().isEmpty()
                ? List.of()
                : view.mandates().stream()
                        .filter(mandate -> !mandate.isRevoked())
                        .map(Mandate::representativeId)
                        .distinct()
                        .toList();
    }

    private static @Nullable Instant dueAt(AppealStatus status, Deadlines deadlines) {
        return switch (status) {
            case APPEALABLE, DRAFT -> deadlines.submitBy();
            case AWAITING_SELLER -> deadlines.respondBy();
            case DECIDED -> deadlines.escalateBy();
            case SUBMITTED, UNDER_REVIEW, AWAITING_THIRD_PARTY, EXTERNAL_REVIEW, CLOSED -> null;
        };
    }

    /** Whether it is the seller's turn: to open, submit or answer, or to accept or escalate. */
    public boolean waitsForSeller() {
        return switch (status) {
            case APPEALABLE, DRAFT, AWAITING_SELLER, DECIDED -> true;
            case SUBMITTED, UNDER_REVIEW, AWAITING_THIRD_PARTY, EXTERNAL_REVIEW, CLOSED -> false;
        };
    }

    public boolean matches(ListingQuery query) {
        return (query.sellerId() == null || query.sellerId().equals(sellerId))
                && (query.statuses().isEmpty() || query.statuses().contains(status))
                && (query.stage() == null || query.stage() == stage)
                && (query.category() == null || query.category().equals(category))
                && (query.assignedTo() == null || Objects.equals(query.assignedTo(), assignedTo))
                && (query.queue() == null || Objects.equals(query.queue(), queue))
                && (query.representativeId() == null || representativeIds.contains(query.representativeId()));
    }
}
