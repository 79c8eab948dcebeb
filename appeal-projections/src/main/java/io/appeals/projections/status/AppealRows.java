package io.appeals.projections.status;

import io.appeals.schema.appeal.Assessment;
import io.appeals.schema.appeal.Automation;
import io.appeals.schema.appeal.Money;
import io.appeals.schema.appeal.Outcome;
import io.appeals.schema.appeal.Remedy;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.event.AppealEvent;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.table.DecisionRow;
import io.appeals.schema.table.StatusRow;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The flat rows that are published of an appeal. */
public final class AppealRows {

    private AppealRows() {}

    public static StatusRow statusOf(AppealView view) {
        Milestones milestones = view.milestones();
        TimeSpent spent = view.timeSpent();
        return new StatusRow(
                view.appealId(),
                view.sellerId(),
                view.version(),
                view.status(),
                view.stage(),
                view.closureReason(),
                view.marketplaceId(),
                view.subject().type(),
                view.subject().reference(),
                view.category(),
                amountValue(view),
                amountCurrency(view),
                view.latestOutcome(),
                view.assignedTo(),
                view.queue(),
                view.priority(),
                milestones.enforcedAt(),
                milestones.openedAt(),
                milestones.submittedAt(),
                milestones.reviewStartedAt(),
                milestones.decidedAt(),
                milestones.closedAt(),
                milestones.updatedAt(),
                view.evidence().size(),
                view.informationRequests().size(),
                view.escalations().size(),
                view.degradedSince(),
                milestones.firstResponseAt(),
                millis(milestones.submittedAt(), milestones.firstResponseAt()),
                rounds(view),
                assessed(view, Assessment.ACCEPTED),
                assessed(view, Assessment.REJECTED),
                spent.appealable(),
                spent.draft(),
                spent.submitted(),
                spent.underReview(),
                spent.awaitingSeller(),
                spent.awaitingThirdParty(),
                spent.decided(),
                spent.externalReview(),
                spent.firstReview(),
                spent.supervisorReview(),
                spent.panelReview());
    }

    private static @Nullable Long millis(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null ? null : Duration.between(from, to).toMillis();
    }

    private static int rounds(AppealView view) {
        return (view.milestones().submittedAt() == null ? 0 : 1)
                + view.escalations().size();
    }

    private static int assessed(AppealView view, Assessment assessment) {
        return Math.toIntExact(view.evidence().stream()
                .filter(evidence -> evidence.assessment() == assessment)
                .count());
    }

    /** Whether {@link #decisionOf} gives a row for it. */
    public static boolean isDecision(RecordedEvent event) {
        return event.event() instanceof AppealEvent.AppealDecided
                || event.event() instanceof AppealEvent.ExternalOutcomeRecorded;
    }

    /**
     * The decision that an event brought, an external outcome included; empty for any other event.
     *
     * @param after the view that the event led to
     */
    public static Optional<DecisionRow> decisionOf(AppealView after, RecordedEvent event) {
        return switch (event.event()) {
            case AppealEvent.AppealDecided decided ->
                Optional.of(row(
                        after,
                        event,
                        decided.stage(),
                        decided.outcome(),
                        decided.decidedBy(),
                        decided.humanReviewerId(),
                        decided.automation(),
                        decided.reasonCodes(),
                        decided.policyReferences(),
                        decided.remedies()));
            case AppealEvent.ExternalOutcomeRecorded external ->
                Optional.of(row(
                        after,
                        event,
                        Stage.EXTERNAL,
                        external.outcome(),
                        Objects.requireNonNull(after.externalReferral()).body(),
                        null,
                        Automation.NONE,
                        List.of(),
                        List.of(),
                        external.remedies()));
            default -> Optional.empty();
        };
    }

    private static DecisionRow row(
            AppealView after,
            RecordedEvent event,
            Stage stage,
            Outcome outcome,
            String decidedBy,
            @Nullable String humanReviewerId,
            Automation automation,
            List<String> reasonCodes,
            List<String> policyReferences,
            List<Remedy> remedies) {
        return new DecisionRow(
                event.eventId(),
                after.appealId(),
                after.sellerId(),
                event.version(),
                stage,
                after.subject().type(),
                after.category(),
                amountValue(after),
                amountCurrency(after),
                outcome,
                decidedBy,
                humanReviewerId,
                automation,
                reasonCodes,
                policyReferences,
                remedies,
                after.milestones().submittedAt(),
                event.occurredAt(),
                after.timeSpent().at(stage));
    }

    private static @Nullable BigDecimal amountValue(AppealView view) {
        Money amount = view.subject().amount();
        return amount == null ? null : amount.value();
    }

    private static @Nullable String amountCurrency(AppealView view) {
        Money amount = view.subject().amount();
        return amount == null ? null : amount.currency();
    }
}
