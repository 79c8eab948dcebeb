package io.appeals.commands.appeal;

import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.ClosureReason;
import io.appeals.schema.appeal.InformationSource;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.event.AppealEvent;
import io.appeals.schema.event.AppealEvent.AppealAmended;
import io.appeals.schema.event.AppealEvent.AppealClosed;
import io.appeals.schema.event.AppealEvent.AppealDecided;
import io.appeals.schema.event.AppealEvent.AppealEscalated;
import io.appeals.schema.event.AppealEvent.AppealLapsed;
import io.appeals.schema.event.AppealEvent.AppealOpened;
import io.appeals.schema.event.AppealEvent.AppealRecategorized;
import io.appeals.schema.event.AppealEvent.AppealRejected;
import io.appeals.schema.event.AppealEvent.AppealReopened;
import io.appeals.schema.event.AppealEvent.AppealSubmitted;
import io.appeals.schema.event.AppealEvent.AppealWithdrawn;
import io.appeals.schema.event.AppealEvent.DeadlineExtended;
import io.appeals.schema.event.AppealEvent.EnforcementRecorded;
import io.appeals.schema.event.AppealEvent.EvidenceAssessed;
import io.appeals.schema.event.AppealEvent.EvidenceAttached;
import io.appeals.schema.event.AppealEvent.EvidenceRemoved;
import io.appeals.schema.event.AppealEvent.ExternalOutcomeRecorded;
import io.appeals.schema.event.AppealEvent.InformationProvided;
import io.appeals.schema.event.AppealEvent.InformationRequested;
import io.appeals.schema.event.AppealEvent.IntegrityFlagged;
import io.appeals.schema.event.AppealEvent.MandateGranted;
import io.appeals.schema.event.AppealEvent.MandateRevoked;
import io.appeals.schema.event.AppealEvent.MessagePosted;
import io.appeals.schema.event.AppealEvent.ReferredExternally;
import io.appeals.schema.event.AppealEvent.RemedyImplemented;
import io.appeals.schema.event.AppealEvent.ReviewStarted;
import io.appeals.schema.event.AppealEvent.ReviewerAssigned;
import org.jspecify.annotations.Nullable;

/** Where an appeal stands, and where each event takes it. */
public record Position(
        AppealStatus status, Stage stage, @Nullable ClosureReason closureReason) {

    /**
     * The position after the event.
     *
     * @throws IllegalArgumentException when no appeal can begin with it
     */
    public static Position after(AppealState state, AppealEvent event) {
        return switch (event) {
            case EnforcementRecorded _ -> in(state, AppealStatus.APPEALABLE);
            case AppealOpened _ -> in(state, AppealStatus.DRAFT);
            case AppealSubmitted _ -> in(state, AppealStatus.SUBMITTED);
            case ReviewStarted _, InformationProvided _ -> in(state, AppealStatus.UNDER_REVIEW);
            case InformationRequested asked -> in(state, waitingFor(asked.from()));
            case AppealDecided _ -> in(state, AppealStatus.DECIDED);
            case AppealEscalated escalated -> new Position(AppealStatus.SUBMITTED, escalated.toStage(), null);
            case ReferredExternally _ -> new Position(AppealStatus.EXTERNAL_REVIEW, Stage.EXTERNAL, null);
            case ExternalOutcomeRecorded _ -> closed(state, ClosureReason.EXTERNAL_OUTCOME);
            case AppealRejected _ -> closed(state, ClosureReason.INADMISSIBLE);
            case AppealClosed closed -> closed(state, closed.closureReason());
            case AppealWithdrawn _ -> closed(state, ClosureReason.WITHDRAWN);
            case AppealLapsed _ -> closed(state, ClosureReason.LAPSED);
            case AppealReopened _ -> reopened(state);
            case AppealAmended _,
                    EvidenceAttached _,
                    EvidenceRemoved _,
                    ReviewerAssigned _,
                    AppealRecategorized _,
                    EvidenceAssessed _,
                    DeadlineExtended _,
                    MessagePosted _,
                    RemedyImplemented _,
                    MandateGranted _,
                    MandateRevoked _,
                    IntegrityFlagged _ -> unchanged(state);
        };
    }

    private static Position in(AppealState state, AppealStatus status) {
        return new Position(status, state.stage(), null);
    }

    private static Position closed(AppealState state, ClosureReason reason) {
        return new Position(AppealStatus.CLOSED, state.stage(), reason);
    }

    private static AppealStatus waitingFor(InformationSource source) {
        return switch (source) {
            case SELLER -> AppealStatus.AWAITING_SELLER;
            case THIRD_PARTY -> AppealStatus.AWAITING_THIRD_PARTY;
        };
    }

    /** What was never submitted is a draft again. What comes back from an external body is heard by the panel again. */
    private static Position reopened(AppealState state) {
        Stage stage = state.stage() == Stage.EXTERNAL ? Stage.PANEL_REVIEW : state.stage();
        boolean submitted = state.matter() != null && state.matter().submittedAt() != null;
        return new Position(submitted ? AppealStatus.UNDER_REVIEW : AppealStatus.DRAFT, stage, null);
    }

    private static Position unchanged(AppealState state) {
        AppealStatus status = state.status();
        if (status == null) {
            throw new IllegalArgumentException("an appeal begins with EnforcementRecorded or AppealOpened");
        }
        return new Position(status, state.stage(), state.closureReason());
    }

    @Override
    public String toString() {
        return status + " at " + stage + (closureReason == null ? "" : " (" + closureReason + ")");
    }
}
