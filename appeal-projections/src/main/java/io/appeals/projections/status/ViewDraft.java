package io.appeals.projections.status;

import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.ClosureReason;
import io.appeals.schema.appeal.PlanOfAction;
import io.appeals.schema.appeal.Priority;
import io.appeals.schema.appeal.Remedy;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.appeal.Subject;
import io.appeals.schema.event.AppealEvent;
import io.appeals.schema.event.RecordedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A view while one event is being folded into it: the one place where a view is taken apart and put together. */
final class ViewDraft {

    final String appealId;
    final String sellerId;

    @Nullable
    String marketplaceId;

    long version;
    AppealStatus status;
    Stage stage;

    @Nullable
    ClosureReason closureReason;

    Subject subject;

    @Nullable
    Enforcement enforcement;

    @Nullable
    String category;

    @Nullable
    String statement;

    @Nullable
    PlanOfAction planOfAction;

    List<Remedy> desiredRemedies = List.of();

    @Nullable
    Submission submission;

    List<Evidence> evidence = List.of();
    List<InformationRequest> informationRequests = List.of();
    List<Message> messages = List.of();

    @Nullable
    String assignedTo;

    @Nullable
    String queue;

    @Nullable
    Priority priority;

    List<Decision> decisions = List.of();
    List<Escalation> escalations = List.of();
    List<OrderedRemedy> remedies = List.of();
    List<Mandate> mandates = List.of();
    List<IntegrityFlag> integrityFlags = List.of();

    @Nullable
    ExternalReferral externalReferral;

    @Nullable
    Closure closure;

    @Nullable
    Instant submitBy;

    @Nullable
    Instant respondBy;

    @Nullable
    Instant escalateBy;

    @Nullable
    Instant reopenBy;

    final Instant createdAt;

    @Nullable
    Instant enforcedAt;

    @Nullable
    Instant openedAt;

    @Nullable
    Instant submittedAt;

    @Nullable
    Instant reviewStartedAt;

    @Nullable
    Instant firstResponseAt;

    @Nullable
    Instant decidedAt;

    @Nullable
    Instant closedAt;

    Instant updatedAt;

    TimeSpent timeSpent;

    private ViewDraft(RecordedEvent first, Subject subject) {
        this.appealId = first.appealId();
        this.sellerId = first.sellerId();
        this.status = first.status();
        this.stage = first.stage();
        this.subject = subject;
        this.createdAt = first.occurredAt();
        this.updatedAt = first.occurredAt();
        this.timeSpent = TimeSpent.NONE;
    }

    private ViewDraft(AppealView view) {
        this.appealId = view.appealId();
        this.sellerId = view.sellerId();
        this.marketplaceId = view.marketplaceId();
        this.version = view.version();
        this.status = view.status();
        this.stage = view.stage();
        this.closureReason = view.closureReason();
        this.subject = view.subject();
        this.enforcement = view.enforcement();
        this.category = view.category();
        this.statement = view.statement();
        this.planOfAction = view.planOfAction();
        this.desiredRemedies = view.desiredRemedies();
        this.submission = view.submission();
        this.evidence = view.evidence();
        this.informationRequests = view.informationRequests();
        this.messages = view.messages();
        this.assignedTo = view.assignedTo();
        this.queue = view.queue();
        this.priority = view.priority();
        this.decisions = view.decisions();
        this.escalations = view.escalations();
        this.remedies = view.remedies();
        this.mandates = view.mandates();
        this.integrityFlags = view.integrityFlags();
        this.externalReferral = view.externalReferral();
        this.closure = view.closure();
        this.submitBy = view.deadlines().submitBy();
        this.respondBy = view.deadlines().respondBy();
        this.escalateBy = view.deadlines().escalateBy();
        this.reopenBy = view.deadlines().reopenBy();
        this.createdAt = view.milestones().createdAt();
        this.enforcedAt = view.milestones().enforcedAt();
        this.openedAt = view.milestones().openedAt();
        this.submittedAt = view.milestones().submittedAt();
        this.reviewStartedAt = view.milestones().reviewStartedAt();
        this.firstResponseAt = view.milestones().firstResponseAt();
        this.decidedAt = view.milestones().decidedAt();
        this.closedAt = view.milestones().closedAt();
        this.updatedAt = view.milestones().updatedAt();
        this.timeSpent = view.timeSpent();
    }

    static ViewDraft of(AppealView view) {
        return new ViewDraft(view);
    }

    static ViewDraft begin(RecordedEvent first) {
        return switch (first.event()) {
            case AppealEvent.EnforcementRecorded enforced -> new ViewDraft(first, enforced.subject());
            case AppealEvent.AppealOpened opened -> new ViewDraft(first, opened.subject());
            default ->
                throw new UnfoldableEventException(
                        "expected an appeal to begin with EnforcementRecorded or AppealOpened, but found "
                                + first.event().type());
        };
    }

    /** What every event says about the appeal after it. */
    void stamp(RecordedEvent event) {
        // Owners' clocks differ a little: what is not after the last event took no time.
        long passed =
                Math.max(0, Duration.between(updatedAt, event.occurredAt()).toMillis());
        timeSpent = timeSpent.plus(status, stage, passed);
        version = event.version();
        status = event.status();
        stage = event.stage();
        closureReason = event.closureReason();
        updatedAt = event.occurredAt();
    }

    AppealView view(@Nullable Long degradedSince) {
        return new AppealView(
                appealId,
                sellerId,
                marketplaceId,
                version,
                status,
                stage,
                closureReason,
                subject,
                enforcement,
                category,
                statement,
                planOfAction,
                desiredRemedies,
                submission,
                evidence,
                informationRequests,
                messages,
                assignedTo,
                queue,
                priority,
                decisions,
                escalations,
                remedies,
                mandates,
                integrityFlags,
                externalReferral,
                closure,
                new Deadlines(submitBy, respondBy, escalateBy, reopenBy),
                new Milestones(
                        createdAt,
                        enforcedAt,
                        openedAt,
                        submittedAt,
                        reviewStartedAt,
                        firstResponseAt,
                        decidedAt,
                        closedAt,
                        updatedAt),
                timeSpent,
                degradedSince);
    }
}
