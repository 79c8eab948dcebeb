package io.appeals.api.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.appeals.api.http.Bodies;
import io.appeals.api.http.Casework;
import io.appeals.api.http.LiveApi;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** By when each next step is due, as those are told who may take it. */
@Tag("broker")
class ActionDeadlinesTest {

    @RegisterExtension
    static final LiveApi live = new LiveApi();

    private static @Nullable Instant dueAt(Casework appeal, String role, String action) {
        JsonNode offered = appeal.is(role)
                .get("/v1/appeals/" + appeal.id() + "?minVersion=" + appeal.version())
                .isOk()
                .json()
                .at("/availableActions");
        JsonNode found = StreamSupport.stream(offered.spliterator(), false)
                .filter(each -> each.at("/action").asText().equals(action))
                .findFirst()
                .orElseThrow(() -> new AssertionError(action + " is not offered: " + offered));
        return found.hasNonNull("dueAt") ? Instant.parse(found.at("/dueAt").asText()) : null;
    }

    /** When the metric's clock that has not ended is breached. */
    private static Instant breachAt(Casework appeal, String metric) {
        JsonNode clocks = appeal.seller()
                .get("/v1/appeals/" + appeal.id() + "/sla?minVersion=" + appeal.version())
                .isOk()
                .json()
                .at("/clocks");
        return StreamSupport.stream(clocks.spliterator(), false)
                .map(each -> each.at("/clock"))
                .filter(clock -> clock.at("/metric").asText().equals(metric))
                .filter(clock -> clock.at("/state").asText().equals("RUNNING"))
                .map(clock -> Instant.parse(clock.at("/breachAt").asText()))
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new AssertionError("no running clock of " + metric + " in " + clocks));
    }

    @Test
    void openingAndSubmittingWithinTheWindowToFile() {
        Casework enforced = Casework.enforced(live.api());
        assertThat(dueAt(enforced, "seller", "OpenAppeal")).isEqualTo(breachAt(enforced, "filing_window"));

        Casework draft = Casework.opened(live.api()).by("seller", "/evidence", Bodies.evidence("PURCHASE_INVOICE"));
        assertThat(dueAt(draft, "seller", "SubmitAppeal")).isEqualTo(breachAt(draft, "filing_window"));
    }

    @Test
    void startingTheReviewAndDecidingByTheMarketplacesClocks() {
        Casework submitted = Casework.submitted(live.api());
        assertThat(dueAt(submitted, "reviewer", "StartReview")).isEqualTo(breachAt(submitted, "acknowledgement"));

        Casework underReview = Casework.underReview(live.api());
        assertThat(dueAt(underReview, "reviewer", "DecideAppeal")).isEqualTo(breachAt(underReview, "decision"));
        assertThat(dueAt(underReview, "reviewer", "PostMessage")).isEqualTo(breachAt(underReview, "periodic_update"));
    }

    @Test
    void whatOnlyTheMarketplaceHasPromisedBindsNoSeller() {
        assertThat(dueAt(Casework.underReview(live.api()), "seller", "PostMessage"))
                .isNull();
    }

    @Test
    void answeringARequest() {
        Casework asked = Casework.awaiting(live.api(), "SELLER");
        assertThat(dueAt(asked, "seller", "ProvideInformation")).isEqualTo(breachAt(asked, "seller_response"));

        Casework elsewhere = Casework.awaiting(live.api(), "THIRD_PARTY");
        Instant asksFor =
                Instant.parse(elsewhere.shown().at("/deadlines/respondBy").asText());
        Instant clock = breachAt(elsewhere, "third_party_response");
        assertThat(dueAt(elsewhere, "platform", "ProvideInformation"))
                .isEqualTo(clock.isBefore(asksFor) ? clock : asksFor);
    }

    @Test
    void acceptingOrEscalatingADecision() {
        Casework decided = Casework.decided(live.api());
        Instant window = breachAt(decided, "escalation_window");
        assertThat(dueAt(decided, "seller", "EscalateAppeal")).isEqualTo(window);
        assertThat(dueAt(decided, "seller", "AcceptDecision")).isEqualTo(window);

        Casework panel = Casework.decidedByPanel(live.api());
        assertThat(dueAt(panel, "seller", "ReferExternally")).isEqualTo(breachAt(panel, "escalation_window"));
    }

    @Test
    void anEscalationIsTakenUpAndDecidedByItsOwnClock() {
        Casework escalated = Casework.decided(live.api())
                .by("seller", "/escalate", "{\"grounds\": \"The invoice names the goods on page 2.\"}");
        Instant decision = breachAt(escalated, "escalation_decision");
        assertThat(dueAt(escalated, "supervisor", "StartReview")).isEqualTo(decision);

        escalated.by("supervisor", "/start-review", "{}");
        assertThat(dueAt(escalated, "supervisor", "DecideAppeal")).isEqualTo(decision);
    }

    @Test
    void carryingOutARemedyAndRecordingWhatABodyOutsideDecided() {
        Casework won = Casework.underReview(live.api()).by("reviewer", "/decision", """
                        {"outcome": "OVERTURNED", "reasons": "The invoice is genuine.", "automation": "NONE",
                         "remedies": ["LISTING_REINSTATED"]}
                        """);
        assertThat(dueAt(won, "platform", "ConfirmRemedy")).isEqualTo(breachAt(won, "remedy"));

        Casework outside = Casework.externallyReviewed(live.api());
        assertThat(dueAt(outside, "platform", "RecordExternalOutcome")).isEqualTo(breachAt(outside, "external"));
    }

    @Test
    void whatWaitsForASellerSaysUntilWhen() {
        Casework asked = Casework.awaiting(live.api(), "SELLER");

        JsonNode waiting = asked.seller()
                .get("/v1/sellers/" + asked.sellerId() + "/summary")
                .isOk()
                .json()
                .at("/needsAction/0");

        assertThat(waiting.at("/appealId").asText()).isEqualTo(asked.id());
        assertThat(Instant.parse(waiting.at("/dueAt").asText())).isEqualTo(breachAt(asked, "seller_response"));
    }
}
