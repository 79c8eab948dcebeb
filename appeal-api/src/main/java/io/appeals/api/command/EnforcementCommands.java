package io.appeals.api.command;

import io.appeals.api.request.JsonBody;
import io.appeals.schema.appeal.Subject;
import io.appeals.schema.command.AppealCommand;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The body with which the marketplace tells what it did to a seller. */
public final class EnforcementCommands {

    private EnforcementCommands() {}

    @Schema(name = "RecordEnforcement")
    public record RecordEnforcement(
            @Schema(example = "S-100") @Pattern(regexp = Text.NO_BAR, message = Text.NO_BAR_MESSAGE)
            String sellerId,

            @Schema(example = "de") @Nullable String marketplaceId,
            SubjectBody subject,

            @Schema(description = "What was done", example = "LISTING_REMOVED")
            String restriction,

            @Schema(
                    description = "Why it was allowed: the law or the term of contract",
                    example = "Terms of sale, 4.2: counterfeit goods")
            @Size(max = Text.NOTE)
            String decisionGround,

            @Schema(description = "What was found", example = "Three buyers reported a counterfeit.")
            @Size(max = Text.PROSE)
            String facts,

            @Schema(example = "POL-AUTH-1") @Nullable String policyReference,

            @Schema(description = "Whether a machine found it") @Nullable
            Boolean automatedDetection,

            @Schema(description = "Whether a machine decided it") @Nullable
            Boolean automatedDecision,

            @Schema(description = "When it took effect; now, when left out", example = "2026-01-15T08:00:00Z") @Nullable
            Instant appliedAt,

            @Schema(
                    description =
                            "Until when it can be appealed; what the SLA policies know for filing there, when left out")
            @Nullable
            Instant appealUntil)
            implements JsonBody {

        public Subject about() {
            return subject.subject();
        }

        public AppealCommand command() {
            return new AppealCommand.RecordEnforcement(
                    sellerId,
                    marketplaceId,
                    about(),
                    restriction,
                    decisionGround,
                    facts,
                    policyReference,
                    automatedDetection,
                    automatedDecision,
                    appliedAt,
                    appealUntil);
        }
    }
}
