package io.appeals.api.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.appeals.api.command.Amendment;
import io.appeals.api.command.CommandBody;
import io.appeals.api.command.CommandId;
import io.appeals.api.command.DecisionCommands;
import io.appeals.api.command.FilingCommands;
import io.appeals.api.command.ReviewCommands;
import io.appeals.api.command.SellerCommands;
import io.appeals.api.request.BodyReader;
import io.appeals.schema.appeal.Assessment;
import io.appeals.schema.appeal.Remedy;
import io.appeals.schema.command.AppealCommand;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The fields of each type of command to an appeal that exists: those of its route's body, and what stands in its path. */
final class LineForms {

    private static final int NOTE = 2_000;

    private static final Map<String, BiFunction<JsonNode, CommandId, AppealCommand>> FORMS = new HashMap<>();

    static {
        FORMS.put("AmendAppeal", (fields, _) -> Amendment.read(fields));
        add(FilingCommands.AttachEvidence.class);
        add(RemoveEvidence.class);
        add(FilingCommands.SubmitAppeal.class);
        add(SellerCommands.ProvideInformation.class);
        add(SellerCommands.PostMessage.class);
        add(SellerCommands.AcceptDecision.class);
        add(SellerCommands.EscalateAppeal.class);
        add(SellerCommands.WithdrawAppeal.class);
        add(SellerCommands.ReopenAppeal.class);
        add(SellerCommands.GrantMandate.class);
        add(RevokeMandate.class);
        add(ReviewCommands.AssignReviewer.class);
        add(ReviewCommands.StartReview.class);
        add(ReviewCommands.RejectAsInadmissible.class);
        add(ReviewCommands.RecategorizeAppeal.class);
        add(AssessEvidence.class);
        add(ReviewCommands.RequestInformation.class);
        add(ReviewCommands.ExtendDeadline.class);
        add(ReviewCommands.FlagIntegrity.class);
        add(DecisionCommands.DecideAppeal.class);
        add(DecisionCommands.ReferExternally.class);
        add(DecisionCommands.RecordExternalOutcome.class);
        add(ConfirmRemedy.class);
    }

    private LineForms() {}

    static @Nullable BiFunction<JsonNode, CommandId, AppealCommand> of(String type) {
        return FORMS.get(type);
    }

    static Iterable<String> types() {
        return FORMS.keySet().stream().sorted().toList();
    }

    private static <T extends Record & CommandBody> void add(Class<T> body) {
        FORMS.put(
                body.getSimpleName(),
                (fields, commandId) -> BodyReader.read(fields, body).command(commandId));
    }

    record RemoveEvidence(String evidenceId) implements CommandBody {

        @Override
        public AppealCommand command(CommandId commandId) {
            return new AppealCommand.RemoveEvidence(evidenceId);
        }
    }

    record RevokeMandate(
            String mandateId, @Size(max = NOTE) @Nullable String reason) implements CommandBody {

        @Override
        public AppealCommand command(CommandId commandId) {
            return new AppealCommand.RevokeMandate(mandateId, reason);
        }
    }

    record AssessEvidence(
            String evidenceId,
            Assessment assessment,
            @Size(max = NOTE) String reason) implements CommandBody {

        @Override
        public AppealCommand command(CommandId commandId) {
            return new AppealCommand.AssessEvidence(evidenceId, assessment, reason);
        }
    }

    record ConfirmRemedy(Remedy remedy, @Nullable String reference) implements CommandBody {

        @Override
        public AppealCommand command(CommandId commandId) {
            return new AppealCommand.ConfirmRemedy(remedy, reference);
        }
    }
}
