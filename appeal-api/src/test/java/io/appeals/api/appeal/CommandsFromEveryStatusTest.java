package io.appeals.api.appeal;

import static io.appeals.schema.appeal.AppealStatus.APPEALABLE;
import static io.appeals.schema.appeal.AppealStatus.AWAITING_SELLER;
import static io.appeals.schema.appeal.AppealStatus.AWAITING_THIRD_PARTY;
import static io.appeals.schema.appeal.AppealStatus.CLOSED;
import static io.appeals.schema.appeal.AppealStatus.DECIDED;
import static io.appeals.schema.appeal.AppealStatus.DRAFT;
import static io.appeals.schema.appeal.AppealStatus.EXTERNAL_REVIEW;
import static io.appeals.schema.appeal.AppealStatus.SUBMITTED;
import static io.appeals.schema.appeal.AppealStatus.UNDER_REVIEW;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.appeals.api.http.Answer;
import io.appeals.api.http.Bodies;
import io.appeals.api.http.Casework;
import io.appeals.api.http.LiveApi;
import io.appeals.schema.appeal.AppealStatus;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command from every status, over HTTP, by whoever may send it: done where the contract says so, refused elsewhere. */
@Tag("broker")
class CommandsFromEveryStatusTest {

    @RegisterExtension
    static final LiveApi live = new LiveApi();

    /** Cases in each status that only see refused commands, which leave them as they are. */
    private static final Map<AppealStatus, Casework> UNTOUCHED = new EnumMap<>(AppealStatus.class);

    private static final Set<AppealStatus> ANY_BUT_CLOSED = EnumSet.complementOf(EnumSet.of(CLOSED));
    private static final String REASON = "{\"reason\": \"Because.\"}";

    /**
     * One line of the contract's table.
     *
     * @param from the statuses that it is possible from, for a case that is otherwise as it should be
     */
    record Command(String name, String role, String method, String path, String body, Set<AppealStatus> from) {

        /** For instance {@code SubmitAppeal}. */
        String type() {
            return name.split(" ")[0];
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Command command(String name, String role, String path, String body, Set<AppealStatus> from) {
        return new Command(name, role, "POST", path, body, from);
    }

    private static final List<Command> COMMANDS = List.of(
            new Command("AmendAppeal", "seller", "PATCH", "", "{\"statement\": \"Better said.\"}", Set.of(DRAFT)),
            command(
                    "AttachEvidence",
                    "seller",
                    "/evidence",
                    Bodies.evidence("PRODUCT_PHOTO"),
                    EnumSet.of(DRAFT, SUBMITTED, UNDER_REVIEW, AWAITING_SELLER)),
            new Command("RemoveEvidence", "seller", "DELETE", "/evidence/{evidenceId}", "", Set.of(DRAFT)),
            command("SubmitAppeal", "seller", "/submit", Bodies.TRUTH, Set.of(DRAFT)),
            command(
                    "AssignReviewer",
                    "supervisor",
                    "/assign",
                    "{\"reviewerId\": \"rev-1\"}",
                    EnumSet.of(SUBMITTED, UNDER_REVIEW)),
            command("StartReview", "reviewer", "/start-review", "", Set.of(SUBMITTED)),
            command("RejectAsInadmissible", "reviewer", "/reject", REASON, EnumSet.of(SUBMITTED, UNDER_REVIEW)),
            command(
                    "RecategorizeAppeal",
                    "reviewer",
                    "/recategorize",
                    "{\"category\": \"PRODUCT_QUALITY\", \"reason\": \"It is about that.\"}",
                    EnumSet.of(SUBMITTED, UNDER_REVIEW)),
            command(
                    "AssessEvidence",
                    "reviewer",
                    "/evidence/{evidenceId}/assessment",
                    "{\"assessment\": \"ACCEPTED\", \"reason\": \"Legible.\"}",
                    Set.of(UNDER_REVIEW)),
            command(
                    "RequestInformation",
                    "reviewer",
                    "/information-requests",
                    "{\"from\": \"SELLER\", \"items\": [{\"kind\": \"PURCHASE_INVOICE\", \"requirementLevel\": \"REQUIRED\"}], \"message\": \"Please.\"}",
                    Set.of(UNDER_REVIEW)),
            command(
                    "ProvideInformation",
                    "seller",
                    "/responses",
                    "{\"requestId\": \"req-1\", \"note\": \"Here it is.\"}",
                    Set.of(AWAITING_SELLER)),
            command(
                    "ProvideInformation for a third party",
                    "platform",
                    "/responses",
                    "{\"requestId\": \"req-1\", \"note\": \"Here it is.\"}",
                    Set.of(AWAITING_THIRD_PARTY)),
            command(
                    "ExtendDeadline",
                    "reviewer",
                    "/deadline-extensions",
                    "{\"requestId\": \"req-1\", \"dueAt\": \"2099-01-01T00:00:00Z\", \"reason\": \"Holidays.\"}",
                    EnumSet.of(AWAITING_SELLER, AWAITING_THIRD_PARTY)),
            command("PostMessage", "seller", "/messages", "{\"body\": \"Is there any news?\"}", ANY_BUT_CLOSED),
            command("DecideAppeal", "reviewer", "/decision", Bodies.decision("UPHELD", "rev-1"), Set.of(UNDER_REVIEW)),
            command("AcceptDecision", "seller", "/accept", "", Set.of(DECIDED)),
            command(
                    "EscalateAppeal",
                    "seller",
                    "/escalate",
                    "{\"grounds\": \"It overlooks page 2.\"}",
                    Set.of(DECIDED)),
            command("ReferExternally", "seller", "/refer", "{\"body\": \"Settlement body X\"}", Set.of()),
            command(
                    "RecordExternalOutcome",
                    "platform",
                    "/external-outcome",
                    "{\"outcome\": \"OVERTURNED\", \"reasons\": \"The invoice counts.\", \"remedies\": [\"LISTING_REINSTATED\"]}",
                    Set.of(EXTERNAL_REVIEW)),
            command("ConfirmRemedy", "platform", "/remedies/LISTING_REINSTATED/confirm", "", Set.of()),
            command(
                    "WithdrawAppeal",
                    "seller",
                    "/withdraw",
                    REASON,
                    EnumSet.of(DRAFT, SUBMITTED, UNDER_REVIEW, AWAITING_SELLER, AWAITING_THIRD_PARTY, DECIDED)),
            command("ReopenAppeal", "seller", "/reopen", REASON, Set.of(CLOSED)),
            command(
                    "GrantMandate",
                    "seller",
                    "/mandates",
                    "{\"representativeId\": \"R-7\", \"representativeType\": \"LAWYER\", \"scopes\": [\"READ\"], \"validFrom\": \"2026-01-01T00:00:00Z\", \"validTo\": \"2099-01-01T00:00:00Z\"}",
                    ANY_BUT_CLOSED),
            new Command("RevokeMandate", "seller", "DELETE", "/mandates/m-none", "", Set.of()),
            command(
                    "FlagIntegrity",
                    "reviewer",
                    "/flags",
                    "{\"flag\": \"DOCUMENT_REUSED\", \"reason\": \"Seen before.\", \"evidenceIds\": []}",
                    ANY_BUT_CLOSED));

    static Stream<Arguments> everyPair() {
        List<Arguments> pairs = new ArrayList<>();
        for (AppealStatus status : AppealStatus.values()) {
            COMMANDS.forEach(command -> pairs.add(Arguments.of(command, status)));
        }
        return pairs.stream();
    }

    @ParameterizedTest(name = "{0} while {1}")
    @MethodSource("everyPair")
    void isDoneWhereTheContractAllowsItAndRefusedElsewhere(Command command, AppealStatus status) {
        boolean possible = command.from().contains(status);
        Casework casework = possible ? reach(status) : UNTOUCHED.computeIfAbsent(status, this::reach);
        JsonNode before = casework.shown();
        assertThat(offers(casework, command)).as("whether it is offered").isEqualTo(possible);

        Answer answer = casework.send(command.role(), command.method(), path(command, before), command.body());

        if (possible) {
            answer.isOk();
            assertThat(answer.json().at("/version").asLong())
                    .isEqualTo(before.at("/version").asLong() + 1);
            assertThat(answer.json().at("/events")).hasSize(1);
        } else {
            assertThat(answer.status()).as(answer.body()).isIn(403, 409, 422);
            assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
            assertThat(answer.text("/appealId")).isEqualTo(casework.id());
            assertThat(casework.shown()).isEqualTo(before);
        }
    }

    /** The view's reader and the command's owner must agree on what may be done. */
    private static boolean offers(Casework casework, Command command) {
        return casework.is(command.role())
                .get("/v1/appeals/" + casework.id())
                .isOk()
                .json()
                .at("/availableActions")
                .findValuesAsText("action")
                .contains(command.type());
    }

    private Casework reach(AppealStatus status) {
        return switch (status) {
            case APPEALABLE -> Casework.enforced(live.api());
            case DRAFT -> Casework.opened(live.api()).by("seller", "/evidence", Bodies.evidence("PURCHASE_INVOICE"));
            case SUBMITTED -> Casework.submitted(live.api());
            case UNDER_REVIEW -> Casework.underReview(live.api());
            case AWAITING_SELLER -> Casework.awaiting(live.api(), "SELLER");
            case AWAITING_THIRD_PARTY -> Casework.awaiting(live.api(), "THIRD_PARTY");
            case DECIDED -> Casework.decided(live.api());
            case EXTERNAL_REVIEW -> Casework.externallyReviewed(live.api());
            case CLOSED -> Casework.closed(live.api());
        };
    }

    private static String path(Command command, JsonNode appeal) {
        return command.path()
                .replace("{evidenceId}", appeal.at("/evidence/0/evidenceId").asText("e-none"));
    }
}
