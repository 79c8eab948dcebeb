package io.appeals.api.command;

import io.appeals.api.request.JsonBody;
import io.appeals.schema.appeal.Automation;
import io.appeals.schema.appeal.ConsideredEvidence;
import io.appeals.schema.appeal.Outcome;
import io.appeals.schema.appeal.Remedy;
import io.appeals.schema.command.AppealCommand;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of decisions and of what follows from them. */
public final class DecisionCommands {

    private DecisionCommands() {}

    @Schema(name = "DecideAppeal")
    public record DecideAppeal(
            @Schema(description = "UPHELD: the seller loses; OVERTURNED: the seller wins")
            Outcome outcome,

            @Schema(description = "For the seller; every outcome needs them") @Size(max = Text.PROSE)
            String reasons,

            List<String> reasonCodes,
            List<String> policyReferences,
            List<Considered> evidenceConsidered,

            @Schema(description = "The person who answers for it; required for UPHELD", example = "rev-1") @Nullable
            String humanReviewerId,

            @Schema(description = "How much of it a machine did")
            Automation automation,

            @Schema(description = "What the marketplace must do now")
            List<Remedy> remedies)
            implements CommandBody {

        /** How one piece of evidence bore on it. */
        @Schema(name = "ConsideredEvidence")
        record Considered(
                String evidenceId,

                @Schema(description = "From 0 (none) to 100 (decisive)") @Min(0) @Max(100)
                int weight,

                @Size(max = Text.NOTE) String why) {

            ConsideredEvidence considered() {
                return new ConsideredEvidence(evidenceId, weight, why);
            }
        }

        @Override
        public AppealCommand command(CommandId commandId) {
            return new AppealCommand.DecideAppeal(
                    outcome,
                    reasons,
                    reasonCodes,
                    policyReferences,
                    evidenceConsidered.stream().map(Considered::considered).toList(),
                    humanReviewerId,
                    automation,
                    remedies);
        }
    }

    @Schema(name = "ReferExternally")
    public record ReferExternally(
            @Schema(description = "Who decides now", example = "Certified dispute settlement body X")
            String body,

            @Schema(description = "That body's case number") @Nullable
            String reference,

            @Size(max = Text.NOTE) @Nullable String reason)
            implements CommandBody {

        @Override
        public AppealCommand command(CommandId commandId) {
            return new AppealCommand.ReferExternally(body, reference, reason);
        }
    }

    @Schema(name = "RecordExternalOutcome")
    public record RecordExternalOutcome(
            Outcome outcome,
            @Size(max = Text.PROSE) String reasons,
            List<Remedy> remedies,

            @Schema(description = "That body's case number") @Nullable
            String reference)
            implements CommandBody {

        @Override
        public AppealCommand command(CommandId commandId) {
            return new AppealCommand.RecordExternalOutcome(outcome, reasons, remedies, reference);
        }
    }

    @Schema(name = "ConfirmRemedy")
    public record ConfirmRemedy(
            @Schema(description = "The marketplace's own reference of what it did") @Nullable
            String reference) implements JsonBody {

        public AppealCommand command(Remedy remedy) {
            return new AppealCommand.ConfirmRemedy(remedy, reference);
        }
    }
}
