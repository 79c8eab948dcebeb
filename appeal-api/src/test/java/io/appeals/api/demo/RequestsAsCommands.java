package io.appeals.api.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.appeals.api.command.Amendment;
import io.appeals.api.command.CommandBody;
import io.appeals.api.command.CommandId;
import io.appeals.api.command.DecisionCommands;
import io.appeals.api.command.EnforcementCommands;
import io.appeals.api.command.FilingCommands;
import io.appeals.api.command.ReviewCommands;
import io.appeals.api.command.SellerCommands;
import io.appeals.api.request.BodyReader;
import io.appeals.schema.appeal.AppealId;
import io.appeals.schema.appeal.Remedy;
import io.appeals.schema.command.AppealCommand;
import java.util.Map;
import java.util.Objects;

/** Which command a request of the API is, read with the API's own readers of bodies. */
final class RequestsAsCommands {

    private static final Map<String, Class<? extends Record>> PLAIN = Map.ofEntries(
            Map.entry("evidence", FilingCommands.AttachEvidence.class),
            Map.entry("submit", FilingCommands.SubmitAppeal.class),
            Map.entry("assign", ReviewCommands.AssignReviewer.class),
            Map.entry("start-review", ReviewCommands.StartReview.class),
            Map.entry("reject", ReviewCommands.RejectAsInadmissible.class),
            Map.entry("recategorize", ReviewCommands.RecategorizeAppeal.class),
            Map.entry("information-requests", ReviewCommands.RequestInformation.class),
            Map.entry("deadline-extensions", ReviewCommands.ExtendDeadline.class),
            Map.entry("flags", ReviewCommands.FlagIntegrity.class),
            Map.entry("responses", SellerCommands.ProvideInformation.class),
            Map.entry("messages", SellerCommands.PostMessage.class),
            Map.entry("accept", SellerCommands.AcceptDecision.class),
            Map.entry("escalate", SellerCommands.EscalateAppeal.class),
            Map.entry("withdraw", SellerCommands.WithdrawAppeal.class),
            Map.entry("reopen", SellerCommands.ReopenAppeal.class),
            Map.entry("mandates", SellerCommands.GrantMandate.class),
            Map.entry("decision", DecisionCommands.DecideAppeal.class),
            Map.entry("refer", DecisionCommands.ReferExternally.class),
            Map.entry("external-outcome", DecisionCommands.RecordExternalOutcome.class));

    private RequestsAsCommands() {}

    /** A command with the appeal that it is for. */
    record Addressed(String appealId, AppealCommand command) {}

    static Addressed read(String verb, String path, JsonNode body, String commandId) {
        String[] parts = path.substring(1).split("/", -1);
        if (parts[1].equals("enforcements")) {
            var enforcement = BodyReader.read(body, EnforcementCommands.RecordEnforcement.class);
            return new Addressed(AppealId.of(enforcement.sellerId(), enforcement.about()), enforcement.command());
        }
        if (parts.length == 2) {
            var opening = BodyReader.read(body, FilingCommands.OpenAppeal.class);
            String sellerId = Objects.requireNonNull(opening.sellerId());
            return new Addressed(AppealId.of(sellerId, opening.about()), opening.command(sellerId));
        }
        return new Addressed(parts[2], change(verb, parts, body, commandId));
    }

    private static AppealCommand change(String verb, String[] parts, JsonNode body, String commandId) {
        if (verb.equals("PATCH")) {
            return Amendment.read(body);
        }
        if (verb.equals("DELETE")) {
            return new AppealCommand.RemoveEvidence(parts[4]);
        }
        return switch (parts[parts.length - 1]) {
            case "assessment" ->
                BodyReader.read(body, ReviewCommands.AssessEvidence.class).command(parts[4]);
            case "confirm" ->
                BodyReader.read(body, DecisionCommands.ConfirmRemedy.class).command(Remedy.valueOf(parts[4]));
            default -> ((CommandBody) BodyReader.read(body, plain(parts[3]))).command(new CommandId(commandId));
        };
    }

    private static Class<? extends Record> plain(String name) {
        Class<? extends Record> body = PLAIN.get(name);
        if (body == null) {
            throw new IllegalArgumentException("the API has no path .../" + name);
        }
        return body;
    }
}
