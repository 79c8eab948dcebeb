package io.appeals.api.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.appeals.api.http.Answer;
import io.appeals.api.http.Bodies;
import io.appeals.api.http.Casework;
import io.appeals.api.http.LiveApi;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An appeal from the enforcement to its closing, as people with curl would take it there. */
@Tag("broker")
@Tag("representative")
class AppealStoryTest {

    @RegisterExtension
    static final LiveApi live = new LiveApi();

    @Test
    void aSellerLosesFirstWinsOnEscalationAndTheListingIsReinstated() {
        Casework appeal = Casework.opened(live.api());
        assertThat(appeal.shown().at("/status").asText()).isEqualTo("DRAFT");

        JsonNode lacking = readiness(appeal);
        assertThat(lacking.at("/ready").asBoolean()).isFalse();
        assertThat(lacking.at("/missing/0/kinds").toString()).contains("PURCHASE_INVOICE");

        appeal.by("seller", "/evidence", Bodies.evidence("PURCHASE_INVOICE"));
        assertThat(readiness(appeal).at("/ready").asBoolean()).isTrue();

        appeal.by("seller", "/submit", Bodies.TRUTH)
                .by(
                        "supervisor",
                        "/assign",
                        "{\"reviewerId\": \"rev-1\", \"queue\": \"authenticity\", \"priority\": \"HIGH\"}")
                .by("reviewer", "/start-review", "{}")
                .by("reviewer", "/information-requests", """
                        {"requestId": "req-1", "from": "SELLER", "message": "Please send the invoice of lot 17.",
                         "items": [{"kind": "PURCHASE_INVOICE", "requirementLevel": "REQUIRED", "note": "lot 17"}]}
                        """)
                .by("seller", "/responses", "{\"requestId\": \"req-1\", \"note\": \"It is on page 2.\"}")
                .by("reviewer", "/decision", Bodies.decision("UPHELD", "rev-1"));
        assertThat(offered(appeal)).contains("AcceptDecision", "EscalateAppeal", "WithdrawAppeal");

        appeal.by("seller", "/escalate", "{\"grounds\": \"The decision overlooks page 2.\"}")
                .by("supervisor", "/start-review", "{}")
                .by("supervisor", "/decision", """
                        {"outcome": "OVERTURNED", "reasons": "Page 2 names the goods.", "humanReviewerId": "sup-0",
                         "automation": "NONE", "remedies": ["LISTING_REINSTATED"]}
                        """)
                .by("seller", "/accept", "{}")
                .by("platform", "/remedies/LISTING_REINSTATED/confirm", "{\"reference\": \"LST-4711 is back\"}");

        JsonNode closed = appeal.shown();
        assertThat(closed.at("/status").asText()).isEqualTo("CLOSED");
        assertThat(closed.at("/closureReason").asText()).isEqualTo("ACCEPTED");
        assertThat(closed.at("/decisions")).hasSize(2);
        assertThat(closed.at("/remedies/0/implementedAt").asText()).isNotEmpty();
        assertThat(offered(appeal)).isEmpty();
        itsTimelineTellsEverythingInOrder(appeal);
    }

    private static void itsTimelineTellsEverythingInOrder(Casework appeal) {
        List<Long> versions = new ArrayList<>();
        String cursor = "0";
        while (!cursor.isEmpty()) {
            Answer page = appeal.seller()
                    .get("/v1/appeals/%s/events?limit=5&cursor=%s".formatted(appeal.id(), cursor))
                    .isOk();
            page.json()
                    .at("/items")
                    .forEach(event -> versions.add(event.at("/version").asLong()));
            cursor = page.json().at("/nextCursor").isNull() ? "" : page.text("/nextCursor");
        }
        List<Long> all = new ArrayList<>();
        for (long version = 1; version <= appeal.version(); version++) {
            all.add(version);
        }
        assertThat(versions).isEqualTo(all);
    }

    @Test
    void anAppealIsShownAsItWasAtAnyMoment() throws InterruptedException {
        Casework appeal = Casework.submitted(live.api());
        String submittedAt = appeal.shown().at("/milestones/submittedAt").asText();
        Thread.sleep(5);
        appeal.by("seller", "/withdraw", "{\"reason\": \"Settled otherwise.\"}");

        JsonNode then = appeal.seller()
                .get("/v1/appeals/" + appeal.id() + "?asOf=" + submittedAt)
                .isOk()
                .json();

        assertThat(then.at("/status").asText()).isEqualTo("SUBMITTED");
        assertThat(then.at("/availableActions")).isEmpty();
        appeal.seller()
                .get("/v1/appeals/" + appeal.id() + "?asOf=2020-01-01T00:00:00Z")
                .isProblem(404, "not-found");
    }

    @Test
    void whatIsOfferedNamesItsDeadline() {
        JsonNode appeal = Casework.decided(live.api()).shown();
        JsonNode escalate = MissingNode.getInstance();
        for (JsonNode action : appeal.at("/availableActions")) {
            escalate = action.at("/action").asText().equals("EscalateAppeal") ? action : escalate;
        }
        assertThat(escalate.at("/dueAt").asText())
                .isEqualTo(appeal.at("/deadlines/escalateBy").asText())
                .isNotEmpty();
    }

    private static JsonNode readiness(Casework appeal) {
        return appeal.seller()
                .get("/v1/appeals/%s/readiness?minVersion=%d".formatted(appeal.id(), appeal.version()))
                .isOk()
                .json();
    }

    private static List<String> offered(Casework appeal) {
        List<String> actions = new ArrayList<>();
        appeal.shown()
                .at("/availableActions")
                .forEach(action -> actions.add(action.at("/action").asText()));
        return actions;
    }
}
