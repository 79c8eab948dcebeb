package io.appeals.api.appeal;

import io.appeals.commands.lifecycle.AvailableAction;
import io.appeals.projections.status.AppealView;
import io.appeals.projections.status.Closure;
import io.appeals.projections.status.Deadlines;
import io.appeals.projections.status.Decision;
import io.appeals.projections.status.Enforcement;
import io.appeals.projections.status.Escalation;
import io.appeals.projections.status.Evidence;
import io.appeals.projections.status.ExternalReferral;
import io.appeals.projections.status.InformationRequest;
import io.appeals.projections.status.IntegrityFlag;
import io.appeals.projections.status.Mandate;
import io.appeals.projections.status.Message;
import io.appeals.projections.status.Milestones;
import io.appeals.projections.status.OrderedRemedy;
import io.appeals.projections.status.Submission;
import io.appeals.projections.status.TimeSpent;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.ClosureReason;
import io.appeals.schema.appeal.MessageVisibility;
import io.appeals.schema.appeal.PlanOfAction;
import io.appeals.schema.appeal.Priority;
import io.appeals.schema.appeal.Remedy;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.appeal.Subject;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An appeal as a caller sees it. */
@Schema(name = "Appeal", description = "Everything that a person needs to know of an appeal, as of its version")
record AppealResource(
        String appealId,
        String sellerId,
        @Nullable String marketplaceId,

        @Schema(description = "1, 2, 3 … without gap; also the ETag", example = "3")
        long version,

        AppealStatus status,
        Stage stage,

        @Schema(description = "While it is closed") @Nullable
        ClosureReason closureReason,

        @Schema(description = "What the caller may do now, and by when")
        List<AvailableAction> availableActions,

        @Schema(
                description =
                        "Set while the SLA clocks cannot be told: availableActions then name only the dates that bind")
        @Nullable
        String clocksNotReady,

        Subject subject,

        @Schema(description = "What the marketplace did, where it recorded that") @Nullable
        Enforcement enforcement,

        @Schema(description = "From the opening on") @Nullable
        String category,

        @Nullable String statement,
        @Nullable PlanOfAction planOfAction,
        List<Remedy> desiredRemedies,

        @Schema(description = "The latest submission") @Nullable
        Submission submission,

        List<Evidence> evidence,
        List<InformationRequest> informationRequests,

        @Schema(description = "Without those between the marketplace's people, for the seller's side")
        List<Message> messages,

        @Schema(description = "The reviewer") @Nullable String assignedTo,
        @Nullable String queue,
        @Nullable Priority priority,

        @Schema(description = "One a stage, the latest last")
        List<Decision> decisions,

        List<Escalation> escalations,

        @Schema(description = "What decisions oblige the marketplace to")
        List<OrderedRemedy> remedies,

        List<Mandate> mandates,

        @Schema(description = "For the marketplace only") @Nullable
        List<IntegrityFlag> integrityFlags,

        @Nullable ExternalReferral externalReferral,
        @Nullable Closure closure,

        @Schema(description = "The dates that bind somebody now")
        Deadlines deadlines,

        Milestones milestones,

        @Schema(description = "Milliseconds in each status and stage, up to the last event")
        TimeSpent timeSpent,

        @Schema(description = "Set when an event could not be read: the appeal is shown as of the version before")
        @Nullable
        Long degradedSince) {

    /**
     * @param clocksNotReady why the SLA clocks cannot be told; null where they can
     * @param internals whether to show what is for the marketplace only
     */
    static AppealResource of(
            AppealView view, List<AvailableAction> actions, @Nullable String clocksNotReady, boolean internals) {
        return new AppealResource(
                view.appealId(),
                view.sellerId(),
                view.marketplaceId(),
                view.version(),
                view.status(),
                view.stage(),
                view.closureReason(),
                actions,
                clocksNotReady,
                view.subject(),
                view.enforcement(),
                view.category(),
                view.statement(),
                view.planOfAction(),
                view.desiredRemedies(),
                view.submission(),
                view.evidence(),
                view.informationRequests(),
                view.messages().stream()
                        .filter(message -> internals || message.visibility() == MessageVisibility.ALL)
                        .toList(),
                view.assignedTo(),
                view.queue(),
                view.priority(),
                view.decisions(),
                view.escalations(),
                view.remedies(),
                view.mandates(),
                internals ? view.integrityFlags() : null,
                view.externalReferral(),
                view.closure(),
                view.deadlines(),
                view.milestones(),
                view.timeSpent(),
                view.degradedSince());
    }
}
