package io.appeals.api.appeal;

import io.appeals.commands.category.EvidenceFact;
import io.appeals.commands.category.SubmissionFacts;
import io.appeals.commands.lifecycle.CaseFacts;
import io.appeals.commands.lifecycle.InformationRequest;
import io.appeals.commands.lifecycle.Mandate;
import io.appeals.projections.status.AppealView;
import io.appeals.projections.status.OrderedRemedy;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.ClosureReason;
import io.appeals.schema.appeal.Outcome;
import io.appeals.schema.appeal.Remedy;
import io.appeals.schema.appeal.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the lifecycle's rules need to know of a case, taken from its view. */
record ViewedCase(AppealView view) implements CaseFacts {

    @Override
    public AppealStatus status() {
        return view.status();
    }

    @Override
    public Stage stage() {
        return view.stage();
    }

    @Override
    public @Nullable ClosureReason closureReason() {
        return view.closureReason();
    }

    @Override
    public String sellerId() {
        return view.sellerId();
    }

    @Override
    public SubmissionFacts submission() {
        String statement = view.statement();
        return new SubmissionFacts(
                view.subject().type(),
                view.category(),
                statement == null ? 0 : statement.length(),
                view.planOfAction() != null,
                view.evidence().stream()
                        .map(piece -> new EvidenceFact(piece.kind(), piece.sizeBytes()))
                        .toList());
    }

    @Override
    public List<Mandate> mandates() {
        return view.mandates().stream()
                .map(mandate -> new Mandate(
                        mandate.mandateId(),
                        mandate.representativeId(),
                        mandate.scopes(),
                        mandate.validFrom(),
                        mandate.validTo(),
                        mandate.isRevoked()))
                .toList();
    }

    /** A request that was overtaken by the case's end stays unanswered in the view, but nobody waits for it any more. */
    @Override
    public @Nullable InformationRequest openRequest() {
        return switch (view.status()) {
            case AWAITING_SELLER, AWAITING_THIRD_PARTY ->
                view.openInformationRequest()
                        .map(request -> new InformationRequest(request.requestId(), request.from(), request.dueAt()))
                        .orElse(null);
            default -> null;
        };
    }

    @Override
    public List<String> formerDeciders() {
        return view.decisions().stream()
                .flatMap(decision -> Stream.of(decision.decidedBy(), decision.humanReviewerId()))
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public @Nullable Outcome outcome() {
        return view.latestOutcome();
    }

    @Override
    public @Nullable Instant windowEndsAt() {
        return switch (view.status()) {
            case APPEALABLE, DRAFT -> view.deadlines().submitBy();
            case DECIDED -> view.deadlines().escalateBy();
            case CLOSED -> view.deadlines().reopenBy();
            default -> null;
        };
    }

    /** The view keeps what earlier decisions ordered, too; the rules look at the latest one's. */
    @Override
    public List<Remedy> remediesOrdered() {
        return view.remedies().stream()
                .filter(remedy -> remedy.orderedAt().equals(view.milestones().decidedAt()))
                .map(OrderedRemedy::remedy)
                .toList();
    }

    @Override
    public List<Remedy> remediesImplemented() {
        return view.remedies().stream()
                .filter(OrderedRemedy::isImplemented)
                .map(OrderedRemedy::remedy)
                .toList();
    }

    @Override
    public Instant lastOccurredAt() {
        return view.milestones().updatedAt();
    }
}
