package io.appeals.projections.sla.appeal;

import static io.appeals.projections.sla.policy.Metric.ACKNOWLEDGEMENT;
import static io.appeals.projections.sla.policy.Metric.DECISION;
import static io.appeals.projections.sla.policy.Metric.ESCALATION_DECISION;
import static io.appeals.projections.sla.policy.Metric.ESCALATION_WINDOW;
import static io.appeals.projections.sla.policy.Metric.EXTERNAL;
import static io.appeals.projections.sla.policy.Metric.FILING_WINDOW;
import static io.appeals.projections.sla.policy.Metric.PERIODIC_UPDATE;
import static io.appeals.projections.sla.policy.Metric.REMEDY;
import static io.appeals.projections.sla.policy.Metric.SELLER_RESPONSE;
import static io.appeals.projections.sla.policy.Metric.THIRD_PARTY_RESPONSE;

import io.appeals.projections.sla.policy.Metric;
import io.appeals.projections.sla.policy.SlaFacts;
import io.appeals.projections.status.UnfoldableEventException;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.ClosureReason;
import io.appeals.schema.appeal.InformationSource;
import io.appeals.schema.appeal.MessageVisibility;
import io.appeals.schema.appeal.Remedy;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.event.AppealEvent;
import io.appeals.schema.event.RecordedEvent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which event begins, ends or moves which clock. */
public final class ClockFold {

    private final @Nullable AppealClocks before;
    private final RecordedEvent recorded;
    private final ClockDraft draft;

    private ClockFold(@Nullable AppealClocks before, RecordedEvent recorded, ClockDraft draft) {
        this.before = before;
        this.recorded = recorded;
        this.draft = draft;
    }

    /**
     * The clocks after one more event.
     *
     * @param before null for the first event
     * @throws UnfoldableEventException if the event cannot follow
     */
    public static Folded fold(@Nullable AppealClocks before, RecordedEvent recorded, PolicyBooks books) {
        requireFollows(before, recorded);
        SlaFacts facts = FactsFold.after(before == null ? null : before.facts(), recorded);
        ClockFold fold = new ClockFold(before, recorded, new ClockDraft(before, recorded, facts, books));
        if (before != null && !facts.equals(before.facts())) {
            fold.draft.factsChanged();
        }
        fold.apply(recorded.event());
        fold.draft.pauseAndResume();
        return fold.draft.folded(fold.implemented());
    }

    private static void requireFollows(@Nullable AppealClocks before, RecordedEvent event) {
        long expected = before == null ? 1 : before.version() + 1;
        if (event.version() != expected) {
            throw new UnfoldableEventException(
                    "expected version " + expected + " of the appeal, but found version " + event.version());
        }
        if (before != null && before.degradedSince() != null) {
            throw new UnfoldableEventException("the appeal is degraded since version " + before.degradedSince());
        }
    }

    private void apply(AppealEvent event) {
        switch (event) {
            case AppealEvent.EnforcementRecorded e -> draft.start(FILING_WINDOW, null, e.appealUntil());
            case AppealEvent.AppealOpened e -> opened(e);
            case AppealEvent.AppealSubmitted _ -> submitted();
            case AppealEvent.ReviewStarted _ -> reviewStarted();
            case AppealEvent.AppealRecategorized _ -> word();
            case AppealEvent.InformationRequested e -> informationRequested(e);
            case AppealEvent.InformationProvided e -> informationProvided(e);
            case AppealEvent.DeadlineExtended e ->
                draft.due(clock -> e.requestId().equals(clock.about()), e.dueAt());
            case AppealEvent.MessagePosted e -> messagePosted(e);
            case AppealEvent.AppealDecided e -> decided(e);
            case AppealEvent.AppealEscalated _ -> escalated();
            case AppealEvent.ReferredExternally _ -> referred();
            case AppealEvent.ExternalOutcomeRecorded e -> externallyDecided(e);
            case AppealEvent.RemedyImplemented e ->
                draft.meet(REMEDY, e.remedy().name());
            case AppealEvent.AppealRejected _ -> rejected();
            case AppealEvent.AppealClosed e -> closed(e);
            case AppealEvent.AppealWithdrawn _ -> over();
            case AppealEvent.AppealLapsed _ -> over();
            case AppealEvent.AppealReopened e -> reopened(e);
            case AppealEvent.AppealAmended _,
                    AppealEvent.ReviewerAssigned _,
                    AppealEvent.EvidenceAttached _,
                    AppealEvent.EvidenceRemoved _,
                    AppealEvent.EvidenceAssessed _,
                    AppealEvent.MandateGranted _,
                    AppealEvent.MandateRevoked _,
                    AppealEvent.IntegrityFlagged _ -> {
                // Changes no clock but by the facts.
            }
        }
    }

    /** A seller who opens without an enforcement has a window too, and a draft may lapse at its end. */
    private void opened(AppealEvent.AppealOpened event) {
        if (draft.isLive(FILING_WINDOW)) {
            draft.due(clock -> clock.metric() == FILING_WINDOW && clock.target().dueAt() != null, event.submitUntil());
        } else {
            draft.start(FILING_WINDOW, null, event.submitUntil());
        }
    }

    private void submitted() {
        draft.meet(FILING_WINDOW);
        draft.start(ACKNOWLEDGEMENT, null, null);
        underReview();
    }

    /** The marketplace has to decide, and to keep the seller informed. */
    private void underReview() {
        draft.start(recorded.stage() == Stage.FIRST_REVIEW ? DECISION : ESCALATION_DECISION, null, null);
        draft.start(PERIODIC_UPDATE, null, null);
    }

    private void reviewStarted() {
        draft.meet(ACKNOWLEDGEMENT);
        word();
    }

    /** The marketplace says something to the seller: the time to its next word begins. */
    private void word() {
        if (draft.isLive(PERIODIC_UPDATE)) {
            draft.meet(PERIODIC_UPDATE);
            draft.start(PERIODIC_UPDATE, null, null);
        }
    }

    private void informationRequested(AppealEvent.InformationRequested event) {
        draft.meet(PERIODIC_UPDATE);
        draft.start(metricOf(event.from()), event.requestId(), event.dueAt());
    }

    private void informationProvided(AppealEvent.InformationProvided event) {
        draft.meet(metricOf(event.from()), event.requestId());
        draft.start(PERIODIC_UPDATE, null, null);
    }

    private static Metric metricOf(InformationSource asked) {
        return asked == InformationSource.SELLER ? SELLER_RESPONSE : THIRD_PARTY_RESPONSE;
    }

    private void messagePosted(AppealEvent.MessagePosted event) {
        boolean fromMarketplace = switch (recorded.actor().type()) {
            case REVIEWER, SUPERVISOR, PLATFORM -> true;
            case SELLER, REPRESENTATIVE, SYSTEM -> false;
        };
        if (fromMarketplace && event.visibility() == MessageVisibility.ALL) {
            word();
        }
    }

    private void decided(AppealEvent.AppealDecided event) {
        draft.meet(DECISION);
        draft.meet(ESCALATION_DECISION);
        draft.meet(PERIODIC_UPDATE);
        draft.start(ESCALATION_WINDOW, null, event.escalateUntil());
        order(event.remedies());
    }

    /** What the latest decision orders replaces what earlier ones ordered; what is done is not owed again. */
    private void order(List<Remedy> remedies) {
        draft.cancel(clock -> clock.metric() == REMEDY);
        remedies.stream()
                .distinct()
                .filter(remedy -> before == null || !before.implemented().contains(remedy))
                .forEach(remedy -> draft.start(REMEDY, remedy.name(), null));
    }

    private void escalated() {
        draft.meet(ESCALATION_WINDOW);
        underReview();
    }

    private void referred() {
        draft.meet(ESCALATION_WINDOW);
        draft.start(EXTERNAL, null, null);
    }

    private void externallyDecided(AppealEvent.ExternalOutcomeRecorded event) {
        draft.meet(EXTERNAL);
        over();
        order(event.remedies());
    }

    private void rejected() {
        draft.meet(PERIODIC_UPDATE);
        over();
    }

    private void closed(AppealEvent.AppealClosed event) {
        if (event.closureReason() == ClosureReason.ACCEPTED) {
            draft.meet(ESCALATION_WINDOW);
        }
        over();
    }

    /** Nothing is waited for any more, apart from remedies: those are owed beyond the closing. */
    private void over() {
        draft.cancel(clock -> clock.metric() != REMEDY);
    }

    private void reopened(AppealEvent.AppealReopened event) {
        if (recorded.status() == AppealStatus.DRAFT) {
            draft.start(FILING_WINDOW, null, event.submitUntil());
        } else {
            underReview();
        }
    }

    private List<Remedy> implemented() {
        Stream<Remedy> known = before == null ? Stream.empty() : before.implemented().stream();
        Stream<Remedy> now =
                recorded.event() instanceof AppealEvent.RemedyImplemented e ? Stream.of(e.remedy()) : Stream.empty();
        return Stream.concat(known, now).distinct().toList();
    }
}
