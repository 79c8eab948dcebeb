package io.appeals.projections.history;

import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.ActorType;
import io.appeals.schema.appeal.AppealId;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.Assessment;
import io.appeals.schema.appeal.Automation;
import io.appeals.schema.appeal.ClosureReason;
import io.appeals.schema.appeal.InformationSource;
import io.appeals.schema.appeal.MandateScope;
import io.appeals.schema.appeal.MessageVisibility;
import io.appeals.schema.appeal.Money;
import io.appeals.schema.appeal.Outcome;
import io.appeals.schema.appeal.Priority;
import io.appeals.schema.appeal.Remedy;
import io.appeals.schema.appeal.RepresentativeType;
import io.appeals.schema.appeal.RequestedItem;
import io.appeals.schema.appeal.RequirementLevel;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.appeal.Subject;
import io.appeals.schema.appeal.SubjectType;
import io.appeals.schema.appeal.TruthDeclaration;
import io.appeals.schema.event.AppealEvent;
import io.appeals.schema.event.RecordedEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of one appeal as its owner would have written them, one step of the story a method. Time passes by one minute a step. */
public final class AppealHistory {

    public static final Instant BEGINNING = Instant.parse("2026-03-02T09:00:00Z");
    public static final Actor PLATFORM = Actor.of(ActorType.PLATFORM, "marketplace");
    public static final Actor SYSTEM = Actor.of(ActorType.SYSTEM, "timer");

    private final String sellerId;
    private final Subject subject;
    private final String appealId;
    private final List<RecordedEvent> events = new ArrayList<>();
    private Instant now;
    private AppealStatus status = AppealStatus.APPEALABLE;
    private Stage stage = Stage.FIRST_REVIEW;
    private @Nullable ClosureReason closureReason;

    private AppealHistory(String sellerId, Subject subject, Instant now) {
        this.sellerId = sellerId;
        this.subject = subject;
        this.appealId = AppealId.of(sellerId, subject);
        this.now = now;
    }

    public static AppealHistory of(String sellerId, String listing) {
        return of(sellerId, listing, BEGINNING);
    }

    public static AppealHistory of(String sellerId, String listing, Instant beginning) {
        Subject subject = new Subject(
                SubjectType.LISTING,
                listing,
                List.of(),
                List.of(),
                List.of(listing),
                new Money(new BigDecimal("129.90"), "EUR"));
        return new AppealHistory(sellerId, subject, beginning);
    }

    public String appealId() {
        return appealId;
    }

    public String sellerId() {
        return sellerId;
    }

    public AppealStatus status() {
        return status;
    }

    public Stage stage() {
        return stage;
    }

    public Instant now() {
        return now;
    }

    public long version() {
        return events.size();
    }

    public List<RecordedEvent> events() {
        return List.copyOf(events);
    }

    public RecordedEvent last() {
        return events.getLast();
    }

    public RecordedEvent event(int version) {
        return events.get(version - 1);
    }

    public Actor seller() {
        return Actor.seller(sellerId);
    }

    public AppealHistory after(Duration pause) {
        now = now.plus(pause);
        return this;
    }

    public AppealHistory enforced() {
        return append(
                PLATFORM,
                AppealStatus.APPEALABLE,
                new AppealEvent.EnforcementRecorded(
                        "market-eu",
                        subject,
                        "LISTING_REMOVED",
                        "terms 4.2",
                        "three complaints",
                        "policy-7",
                        true,
                        false,
                        now,
                        days(30)));
    }

    public AppealHistory opened() {
        return openedAs("PRODUCT_AUTHENTICITY");
    }

    public AppealHistory openedAs(String category) {
        return append(
                seller(),
                AppealStatus.DRAFT,
                new AppealEvent.AppealOpened(
                        subject,
                        category,
                        "The goods are genuine",
                        null,
                        List.of(Remedy.LISTING_REINSTATED),
                        days(30)));
    }

    public AppealHistory statementAmended(String statement) {
        return append(
                seller(),
                status,
                new AppealEvent.AppealAmended(null, statement, null, null, null, null, null, null, List.of()));
    }

    public AppealHistory amountCleared() {
        return append(
                seller(),
                status,
                new AppealEvent.AppealAmended(null, null, null, null, null, null, null, null, List.of("amount")));
    }

    public AppealHistory evidenceAttached(String evidenceId) {
        return append(
                seller(),
                status,
                new AppealEvent.EvidenceAttached(
                        evidenceId,
                        "INVOICE",
                        "invoice.pdf",
                        "application/pdf",
                        48_213,
                        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                        "s3://evidence/" + evidenceId,
                        null,
                        "the supplier's invoice"));
    }

    public AppealHistory evidenceRemoved(String evidenceId) {
        return append(seller(), status, new AppealEvent.EvidenceRemoved(evidenceId));
    }

    public AppealHistory evidenceAssessed(String evidenceId, String reviewer, Assessment assessment) {
        return append(
                reviewer(reviewer),
                status,
                new AppealEvent.EvidenceAssessed(evidenceId, assessment, "checked with the supplier"));
    }

    public AppealHistory submitted() {
        return append(
                seller(),
                AppealStatus.SUBMITTED,
                new AppealEvent.AppealSubmitted(
                        "PRODUCT_AUTHENTICITY", "2026-1", new TruthDeclaration(true, "Ada Sells"), List.of()));
    }

    public AppealHistory assignedTo(String reviewer, @Nullable String queue, @Nullable Priority priority) {
        return append(PLATFORM, status, new AppealEvent.ReviewerAssigned(reviewer, queue, priority));
    }

    public AppealHistory reviewStartedBy(String reviewer) {
        return append(reviewer(reviewer), AppealStatus.UNDER_REVIEW, new AppealEvent.ReviewStarted(reviewer, null));
    }

    public AppealHistory recategorizedTo(String category) {
        return append(
                reviewer("rita"),
                status,
                new AppealEvent.AppealRecategorized("PRODUCT_AUTHENTICITY", category, "fits better"));
    }

    public AppealHistory rejected() {
        closureReason = ClosureReason.INADMISSIBLE;
        return append(reviewer("rita"), AppealStatus.CLOSED, new AppealEvent.AppealRejected("out of time"));
    }

    public AppealHistory informationRequested(String requestId, InformationSource from) {
        return append(
                reviewer("rita"),
                from == InformationSource.SELLER ? AppealStatus.AWAITING_SELLER : AppealStatus.AWAITING_THIRD_PARTY,
                new AppealEvent.InformationRequested(
                        requestId,
                        from,
                        List.of(new RequestedItem("INVOICE", RequirementLevel.REQUIRED, null)),
                        "Please send the invoice",
                        days(7)));
    }

    public AppealHistory deadlineExtended(String requestId) {
        return append(
                reviewer("rita"), status, new AppealEvent.DeadlineExtended(requestId, days(7), days(14), "holidays"));
    }

    public AppealHistory informationProvided(String requestId, InformationSource from) {
        return append(
                from == InformationSource.SELLER ? seller() : PLATFORM,
                AppealStatus.UNDER_REVIEW,
                new AppealEvent.InformationProvided(requestId, from, "here it is", List.of()));
    }

    public AppealHistory messagePosted(String messageId, MessageVisibility visibility) {
        return append(
                visibility == MessageVisibility.ALL ? seller() : reviewer("rita"),
                status,
                new AppealEvent.MessagePosted(messageId, "message " + messageId, visibility));
    }

    public AppealHistory decidedBy(String reviewer, Outcome outcome, Remedy... remedies) {
        return append(
                Actor.of(stage == Stage.FIRST_REVIEW ? ActorType.REVIEWER : ActorType.SUPERVISOR, reviewer),
                AppealStatus.DECIDED,
                new AppealEvent.AppealDecided(
                        stage,
                        reviewer,
                        outcome,
                        "the invoice is genuine",
                        List.of("GENUINE"),
                        List.of("policy-7"),
                        List.of(),
                        reviewer,
                        Automation.NONE,
                        List.of(remedies),
                        days(14)));
    }

    public AppealHistory accepted() {
        closureReason = ClosureReason.ACCEPTED;
        return append(seller(), AppealStatus.CLOSED, new AppealEvent.AppealClosed(ClosureReason.ACCEPTED, null));
    }

    public AppealHistory closedAsFinal() {
        closureReason = ClosureReason.FINAL_DECISION;
        return append(SYSTEM, AppealStatus.CLOSED, new AppealEvent.AppealClosed(ClosureReason.FINAL_DECISION, null));
    }

    public AppealHistory escalated() {
        Stage from = stage;
        stage = stage.escalatesTo().orElseThrow();
        return append(
                seller(),
                AppealStatus.SUBMITTED,
                new AppealEvent.AppealEscalated(from, stage, "the invoice was not read", List.of()));
    }

    public AppealHistory referredExternally() {
        stage = Stage.EXTERNAL;
        return append(
                seller(),
                AppealStatus.EXTERNAL_REVIEW,
                new AppealEvent.ReferredExternally("Settlement Board", null, "no agreement"));
    }

    public AppealHistory externallyDecided(Outcome outcome, Remedy... remedies) {
        closureReason = ClosureReason.EXTERNAL_OUTCOME;
        return append(
                PLATFORM,
                AppealStatus.CLOSED,
                new AppealEvent.ExternalOutcomeRecorded(outcome, "the board found so", List.of(remedies), "SB-17"));
    }

    public AppealHistory remedyImplemented(Remedy remedy) {
        return append(PLATFORM, status, new AppealEvent.RemedyImplemented(remedy, "ticket-9"));
    }

    public AppealHistory withdrawn() {
        closureReason = ClosureReason.WITHDRAWN;
        return append(seller(), AppealStatus.CLOSED, new AppealEvent.AppealWithdrawn("settled", days(30)));
    }

    public AppealHistory lapsed() {
        closureReason = ClosureReason.LAPSED;
        return append(SYSTEM, AppealStatus.CLOSED, new AppealEvent.AppealLapsed("no answer", days(30)));
    }

    public AppealHistory reopenedTo(AppealStatus newStatus) {
        closureReason = null;
        var submitUntil = newStatus == AppealStatus.DRAFT ? days(30) : null;
        return append(
                Actor.of(ActorType.SUPERVISOR, "sam"),
                newStatus,
                new AppealEvent.AppealReopened("new facts", submitUntil));
    }

    public AppealHistory mandateGranted(String mandateId, String representativeId) {
        return append(
                seller(),
                status,
                new AppealEvent.MandateGranted(
                        mandateId,
                        representativeId,
                        RepresentativeType.LAWYER,
                        List.of(MandateScope.READ, MandateScope.RESPOND),
                        now,
                        days(365),
                        null));
    }

    public AppealHistory mandateRevoked(String mandateId) {
        return append(seller(), status, new AppealEvent.MandateRevoked(mandateId, "done"));
    }

    public AppealHistory integrityFlagged(String flag) {
        return append(SYSTEM, status, new AppealEvent.IntegrityFlagged(flag, "seen elsewhere", List.of()));
    }

    private AppealHistory append(Actor actor, AppealStatus newStatus, AppealEvent event) {
        status = newStatus;
        long version = events.size() + 1L;
        String id = appealId + "|" + version;
        events.add(new RecordedEvent(
                AppealId.nameBased(AppealId.NAMESPACE, id).toString(),
                appealId,
                sellerId,
                version,
                now,
                now.plusMillis(3),
                "command-" + id,
                "digest-" + version,
                actor,
                status,
                stage,
                closureReason,
                event));
        now = now.plus(Duration.ofMinutes(1));
        return this;
    }

    private static Actor reviewer(String id) {
        return Actor.of(ActorType.REVIEWER, id);
    }

    private Instant days(int days) {
        return now.plus(Duration.ofDays(days));
    }
}
