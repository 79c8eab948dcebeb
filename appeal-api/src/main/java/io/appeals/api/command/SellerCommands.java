package io.appeals.api.command;

import io.appeals.schema.appeal.MandateScope;
import io.appeals.schema.appeal.MessageVisibility;
import io.appeals.schema.appeal.RepresentativeType;
import io.appeals.schema.command.AppealCommand;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of what the seller's side does with an appeal that is under way, and of messages, which everybody sends. */
public final class SellerCommands {

    private SellerCommands() {}

    @Schema(name = "ProvideInformation")
    public record ProvideInformation(
            @Schema(description = "The request that this answers")
            String requestId,

            @Schema(example = "The supplier's invoice is attached.") @Size(max = Text.PROSE)
            String note,

            @Schema(description = "Evidence attached for this answer")
            List<String> evidenceIds)
            implements CommandBody {

        @Override
        public AppealCommand command(CommandId commandId) {
            return new AppealCommand.ProvideInformation(requestId, note, evidenceIds);
        }
    }

    @Schema(name = "PostMessage")
    public record PostMessage(
            @Schema(description = "Follows from the Idempotency-Key when left out") @Nullable
            String messageId,

            @Size(max = Text.PROSE) String body,

            @Schema(description = "MARKETPLACE hides it from the seller's side; ALL when left out") @Nullable
            MessageVisibility visibility)
            implements CommandBody {

        @Override
        public AppealCommand command(CommandId commandId) {
            return new AppealCommand.PostMessage(
                    commandId.orDerived(messageId, "message"),
                    body,
                    visibility == null ? MessageVisibility.ALL : visibility);
        }
    }

    @Schema(name = "AcceptDecision")
    public record AcceptDecision(
            @Size(max = Text.NOTE) @Nullable String note) implements CommandBody {

        @Override
        public AppealCommand command(CommandId commandId) {
            return new AppealCommand.AcceptDecision(note);
        }
    }

    @Schema(name = "EscalateAppeal")
    public record EscalateAppeal(
            @Schema(description = "Why the decision is wrong") @Size(max = Text.PROSE)
            String grounds,

            @Schema(description = "Evidence that the last decision did not know")
            List<String> newEvidenceIds)
            implements CommandBody {

        @Override
        public AppealCommand command(CommandId commandId) {
            return new AppealCommand.EscalateAppeal(grounds, newEvidenceIds);
        }
    }

    @Schema(name = "WithdrawAppeal")
    public record WithdrawAppeal(@Size(max = Text.NOTE) String reason) implements CommandBody {

        @Override
        public AppealCommand command(CommandId commandId) {
            return new AppealCommand.WithdrawAppeal(reason);
        }
    }

    @Schema(name = "ReopenAppeal")
    public record ReopenAppeal(@Size(max = Text.NOTE) String reason) implements CommandBody {

        @Override
        public AppealCommand command(CommandId commandId) {
            return new AppealCommand.ReopenAppeal(reason);
        }
    }

    @Schema(name = "GrantMandate")
    public record GrantMandate(
            @Schema(description = "Follows from the Idempotency-Key when left out") @Nullable
            String mandateId,

            @Schema(description = "The 'sub' of the representative's token", example = "R-7")
            String representativeId,

            RepresentativeType representativeType,
            @NotEmpty List<MandateScope> scopes,
            @Schema(example = "2026-01-01T00:00:00Z") Instant validFrom,

            @Schema(description = "Exclusive", example = "2027-01-01T00:00:00Z")
            Instant validTo,

            @Schema(description = "Where the signed power of attorney is kept") @Size(max = Text.NOTE) @Nullable
            String proof)
            implements CommandBody {

        @Override
        public AppealCommand command(CommandId commandId) {
            return new AppealCommand.GrantMandate(
                    commandId.orDerived(mandateId, "mandate"),
                    representativeId,
                    representativeType,
                    scopes,
                    validFrom,
                    validTo,
                    proof);
        }
    }
}
