package io.appeals.commands.appeal;

import io.appeals.commands.category.EvidenceFact;
import io.appeals.commands.category.SubmissionFacts;
import io.appeals.commands.lifecycle.CaseFacts;
import io.appeals.commands.lifecycle.InformationRequest;
import io.appeals.commands.lifecycle.Mandate;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.ClosureReason;
import io.appeals.schema.appeal.Outcome;
import io.appeals.schema.appeal.Remedy;
import io.appeals.schema.appeal.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the rules need to know of one appeal after the event of its version; folded from the log and nothing else.
 *
 * @param version 0 while there is no appeal
 * @param status null while there is no appeal
 * @param matter null while there is no appeal
 * @param recentMessageIds the latest messages' ids, by which a repeated message is recognised
 */
public record AppealState(
        long version,
        @Nullable Instant lastOccurredAt,
        @Nullable AppealStatus status,
        Stage stage,
        @Nullable ClosureReason closureReason,
        @Nullable String sellerId,
        Windows windows,
        @Nullable Matter matter,
        List<Evidence> evidence,
        Review review,
        Remedies remedies,
        List<Mandate> mandates,
        List<String> recentMessageIds)
        implements CaseFacts {

    /**
     * The version of how events are folded into this state. Whoever stores states compares it: a state that was folded
     * otherwise is thrown away and folded again from the log. Raise it with every change of {@link Fold} that gives
     * another state for the same events; a change of this record's own components shows by itself.
     */
    public static final int FOLD_VERSION = 2;

    private static final AppealState INITIAL = new AppealState(
            0,
            null,
            null,
            Stage.FIRST_REVIEW,
            null,
            null,
            Windows.NONE,
            null,
            List.of(),
            Review.NONE,
            Remedies.NONE,
            List.of(),
            List.of());

    public AppealState {
        evidence = List.copyOf(evidence);
        mandates = List.copyOf(mandates);
        recentMessageIds = List.copyOf(recentMessageIds);
    }

    /** Before the first event. */
    public static AppealState initial() {
        return INITIAL;
    }

    public boolean exists() {
        return version > 0;
    }

    @Override
    public SubmissionFacts submission() {
        List<EvidenceFact> pieces = new ArrayList<>(evidence.size());
        for (Evidence piece : evidence) {
            pieces.add(new EvidenceFact(piece.kind(), piece.sizeBytes()));
        }
        return matter == null
                ? new SubmissionFacts(null, null, 0, false, pieces)
                : new SubmissionFacts(
                        matter.subject().type(),
                        matter.category(),
                        matter.statementLength(),
                        matter.planOfAction(),
                        pieces);
    }

    @Override
    public @Nullable InformationRequest openRequest() {
        return review.openRequest();
    }

    @Override
    public List<String> formerDeciders() {
        List<String> deciders = new ArrayList<>();
        for (StageDecision decision : review.decisions()) {
            deciders.add(decision.decidedBy());
            if (decision.humanReviewerId() != null) {
                deciders.add(decision.humanReviewerId());
            }
        }
        return deciders;
    }

    @Override
    public @Nullable Outcome outcome() {
        return review.outcome();
    }

    @Override
    public @Nullable Instant windowEndsAt() {
        return windows.endsAt();
    }

    @Override
    public List<Remedy> remediesOrdered() {
        return remedies.ordered();
    }

    @Override
    public List<Remedy> remediesImplemented() {
        return remedies.implemented();
    }

    Optional<Evidence> evidence(String evidenceId) {
        return evidence.stream()
                .filter(piece -> piece.evidenceId().equals(evidenceId))
                .findFirst();
    }

    Optional<Mandate> mandate(String mandateId) {
        return mandates.stream()
                .filter(mandate -> mandate.mandateId().equals(mandateId))
                .findFirst();
    }

    /** In whole milliseconds, as the log keeps it. */
    @Override
    public Instant momentOf(Instant issuedAt) {
        return CaseFacts.super.momentOf(Moments.inLog(issuedAt));
    }

    AppealState with(Windows changed) {
        return new AppealState(
                version,
                lastOccurredAt,
                status,
                stage,
                closureReason,
                sellerId,
                changed,
                matter,
                evidence,
                review,
                remedies,
                mandates,
                recentMessageIds);
    }

    AppealState with(Matter changed) {
        return new AppealState(
                version,
                lastOccurredAt,
                status,
                stage,
                closureReason,
                sellerId,
                windows,
                changed,
                evidence,
                review,
                remedies,
                mandates,
                recentMessageIds);
    }

    AppealState with(Review changed) {
        return new AppealState(
                version,
                lastOccurredAt,
                status,
                stage,
                closureReason,
                sellerId,
                windows,
                matter,
                evidence,
                changed,
                remedies,
                mandates,
                recentMessageIds);
    }

    AppealState with(Remedies changed) {
        return new AppealState(
                version,
                lastOccurredAt,
                status,
                stage,
                closureReason,
                sellerId,
                windows,
                matter,
                evidence,
                review,
                changed,
                mandates,
                recentMessageIds);
    }

    AppealState withEvidence(List<Evidence> changed) {
        return new AppealState(
                version,
                lastOccurredAt,
                status,
                stage,
                closureReason,
                sellerId,
                windows,
                matter,
                changed,
                review,
                remedies,
                mandates,
                recentMessageIds);
    }

    AppealState withMandates(List<Mandate> changed) {
        return new AppealState(
                version,
                lastOccurredAt,
                status,
                stage,
                closureReason,
                sellerId,
                windows,
                matter,
                evidence,
                review,
                remedies,
                changed,
                recentMessageIds);
    }

    AppealState withMessages(List<String> changed) {
        return new AppealState(
                version,
                lastOccurredAt,
                status,
                stage,
                closureReason,
                sellerId,
                windows,
                matter,
                evidence,
                review,
                remedies,
                mandates,
                changed);
    }
}
