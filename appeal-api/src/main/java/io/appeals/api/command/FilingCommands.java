package io.appeals.api.command;

import io.appeals.api.request.JsonBody;
import io.appeals.schema.appeal.Remedy;
import io.appeals.schema.appeal.Subject;
import io.appeals.schema.appeal.TruthDeclaration;
import io.appeals.schema.command.AppealCommand;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies with which an appeal is put together and handed in. */
public final class FilingCommands {

    private static final long LARGEST_FILE = 10L * 1024 * 1024 * 1024;

    private FilingCommands() {}

    @Schema(name = "OpenAppeal")
    public record OpenAppeal(
            @Schema(description = "Whose appeal it is; sellers may leave it out", example = "S-100")
            @Pattern(regexp = Text.NO_BAR, message = Text.NO_BAR_MESSAGE)
            @Nullable
            String sellerId,

            SubjectBody subject,

            @Schema(description = "A category's code, see GET /v1/categories", example = "PRODUCT_AUTHENTICITY")
            String category,

            @Schema(
                    description = "What happened, in the seller's words",
                    example = "The goods are genuine, see the invoice.")
            @Size(max = Text.PROSE)
            String statement,

            @Nullable PlanOfActionBody planOfAction,

            @Schema(description = "What the seller asks for")
            List<Remedy> desiredRemedies)
            implements JsonBody {

        public Subject about() {
            return subject.subject();
        }

        /** @param seller the one named in the body, or the one who sends it */
        public AppealCommand command(String seller) {
            return new AppealCommand.OpenAppeal(
                    seller, about(), category, statement, PlanOfActionBody.plan(planOfAction), desiredRemedies);
        }
    }

    @Schema(name = "AttachEvidence", description = "The data of a document; the file itself is kept elsewhere")
    public record AttachEvidence(
            @Schema(description = "Follows from the Idempotency-Key when left out") @Nullable
            String evidenceId,

            @Schema(description = "A kind of evidence, see the category's requirements", example = "INVOICE")
            String kind,

            @Schema(example = "invoice-2026-0117.pdf") String fileName,
            @Schema(example = "application/pdf") String contentType,

            @Schema(example = "182044") @Min(1) @Max(LARGEST_FILE)
            long sizeBytes,

            @Schema(
                    description = "Of the file, in lower-case hexadecimal",
                    example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
            @Pattern(regexp = Text.SHA_256, message = Text.SHA_256_MESSAGE)
            String sha256,

            @Schema(description = "Where the file is kept", example = "https://files.example/invoice-2026-0117.pdf")
            @Size(max = Text.NOTE)
            @Nullable
            String location,

            @Schema(description = "The information request that it answers") @Nullable
            String requestId,

            @Size(max = Text.NOTE) @Nullable String description)
            implements CommandBody {

        @Override
        public AppealCommand command(CommandId commandId) {
            return new AppealCommand.AttachEvidence(
                    commandId.orDerived(evidenceId, "evidence"),
                    kind,
                    fileName,
                    contentType,
                    sizeBytes,
                    sha256,
                    location,
                    requestId,
                    description);
        }
    }

    @Schema(name = "SubmitAppeal")
    public record SubmitAppeal(
            @Schema(description = "The seller's word that the appeal is true")
            TruthDeclaration truthDeclaration) implements CommandBody {

        @Override
        public AppealCommand command(CommandId commandId) {
            return new AppealCommand.SubmitAppeal(truthDeclaration);
        }
    }
}
