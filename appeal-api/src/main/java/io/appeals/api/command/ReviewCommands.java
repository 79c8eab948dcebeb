package io.appeals.api.command;

import io.appeals.api.request.JsonBody;
import io.appeals.schema.appeal.Assessment;
import io.appeals.schema.appeal.InformationSource;
import io.appeals.schema.appeal.Priority;
import io.appeals.schema.appeal.RequestedItem;
import io.appeals.schema.appeal.RequirementLevel;
import io.appeals.schema.command.AppealCommand;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of what reviewers and supervisors do up to the decision. */
public final class ReviewCommands {

    private ReviewCommands() {}

    @Schema(name = "AssignReviewer")
    public record AssignReviewer(
            @Schema(description = "The 'sub' of the reviewer's token", example = "rev-1")
            String reviewerId,

            @Schema(example = "authenticity") @Nullable String queue,
            @Nullable Priority priority)
            implements CommandBody {

        @Override
        public AppealCommand command(CommandId commandId) {
            return new AppealCommand.AssignReviewer(reviewerId, queue, priority);
        }
    }

    @Schema(name = "StartReview")
    public record StartReview(
            @Size(max = Text.NOTE) @Nullable String note) implements CommandBody {

        @Override
        public AppealCommand command(CommandId commandId) {
            return new AppealCommand.StartReview(note);
        }
    }

    @Schema(name = "RejectAsInadmissible")
    public record RejectAsInadmissible(
            @Size(max = Text.PROSE) String reason) implements CommandBody {

        @Override
        public AppealCommand command(CommandId commandId) {
            return new AppealCommand.RejectAsInadmissible(reason);
        }
    }

    @Schema(name = "RecategorizeAppeal")
    public record RecategorizeAppeal(
            @Schema(example = "PRODUCT_QUALITY") String category,
            @Size(max = Text.NOTE) String reason) implements CommandBody {

        @Override
        public AppealCommand command(CommandId commandId) {
            return new AppealCommand.RecategorizeAppeal(category, reason);
        }
    }

    @Schema(name = "AssessEvidence")
    public record AssessEvidence(
            @Schema(allowableValues = {"ACCEPTED", "REJECTED"})
            Assessment assessment,

            @Size(max = Text.NOTE) String reason)
            implements JsonBody {

        public AppealCommand command(String evidenceId) {
            return new AppealCommand.AssessEvidence(evidenceId, assessment, reason);
        }
    }

    @Schema(name = "RequestInformation")
    public record RequestInformation(
            @Schema(description = "Follows from the Idempotency-Key when left out") @Nullable
            String requestId,

            @Schema(description = "Who is asked") InformationSource from,
            @NotEmpty List<Item> items,
            @Size(max = Text.PROSE) String message,

            @Schema(description = "The policy's usual time when left out", example = "2026-02-10T17:00:00Z") @Nullable
            Instant dueAt)
            implements CommandBody {

        /** One thing that is asked for. */
        @Schema(name = "RequestedItem")
        record Item(
                @Schema(description = "A kind of evidence", example = "INVOICE")
                String kind,

                RequirementLevel requirementLevel,
                @Size(max = Text.NOTE) @Nullable String note) {

            RequestedItem item() {
                return new RequestedItem(kind, requirementLevel, note);
            }
        }

        @Override
        public AppealCommand command(CommandId commandId) {
            return new AppealCommand.RequestInformation(
                    commandId.orDerived(requestId, "request"),
                    from,
                    items.stream().map(Item::item).toList(),
                    message,
                    dueAt);
        }
    }

    @Schema(name = "ExtendDeadline")
    public record ExtendDeadline(
            String requestId,
            @Schema(example = "2026-02-20T17:00:00Z") Instant dueAt,
            @Size(max = Text.NOTE) String reason)
            implements CommandBody {

        @Override
        public AppealCommand command(CommandId commandId) {
            return new AppealCommand.ExtendDeadline(requestId, dueAt, reason);
        }
    }

    @Schema(name = "FlagIntegrity")
    public record FlagIntegrity(
            @Schema(example = "DOCUMENT_REUSED") String flag,
            @Size(max = Text.NOTE) String reason,
            List<String> evidenceIds)
            implements CommandBody {

        @Override
        public AppealCommand command(CommandId commandId) {
            return new AppealCommand.FlagIntegrity(flag, reason, evidenceIds);
        }
    }
}
