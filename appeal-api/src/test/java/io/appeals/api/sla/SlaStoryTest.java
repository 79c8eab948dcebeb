package io.appeals.api.sla;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.appeals.api.http.Bodies;
import io.appeals.api.http.LiveApi;
import io.appeals.api.http.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("broker")
@DisplayName("Service levels, from the first clock to the consequence of a breach")
class SlaStoryTest {

    @RegisterExtension
    static final LiveApi live = new LiveApi();

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String sellerId = "S-" + UUID.randomUUID();
    private final Person seller = live.api().seller(sellerId);
    private final Person reviewer = live.api().with("reviewer", "rita");
    private String appeal = "";

    @BeforeEach
    void anAppealUnderReview() {
        appeal = "/v1/appeals/"
                + seller.post("/v1/appeals", Bodies.opening("L-" + UUID.randomUUID()))
                        .is(201)
                        .text("/appealId");
        seller.post(appeal + "/evidence", Bodies.evidence("PURCHASE_INVOICE")).isOk();
        seller.post(appeal + "/submit", Bodies.TRUTH).isOk();
        reviewer.post(appeal + "/start-review", "{}").isOk();
    }

    @Test
    void aSellerSeesByWhenTheDecisionIsDueAndWhatProvesIt() {
        JsonNode clocks = seller.get(appeal + "/sla?minVersion=4").isOk().json().path("clocks");

        JsonNode decision = clockOf(clocks, "decision");
        assertThat(decision.at("/clock/state").asText()).isEqualTo("RUNNING");
        assertThat(Instant.parse(decision.at("/clock/breachAt").asText())).isAfter(Instant.now());
        assertThat(decision.at("/intervals/0/kind").asText()).isEqualTo("RUNNING");
        assertThat(decision.at("/intervals/0/cause").asText()).isEqualTo("AppealSubmitted");
        assertThat(clockOf(clocks, "acknowledgement").at("/clock/state").asText())
                .isEqualTo("MET");
    }

    @Test
    void aSellerInTheEuHasHalfAYearToAppealAndTheClockSaysTheSame() {
        String listing = "L-" + UUID.randomUUID();
        String enforced = "/v1/appeals/"
                + live.api()
                        .with("platform", "market")
                        .post("/v1/enforcements", Bodies.enforcement(sellerId, listing))
                        .is(201)
                        .text("/appealId");
        seller.post("/v1/appeals", Bodies.opening(listing)).is(201);

        JsonNode shown = seller.get(enforced + "?minVersion=2").isOk().json();
        JsonNode clocks =
                seller.get(enforced + "/sla?minVersion=2").isOk().json().path("clocks");

        Instant until = Instant.parse(shown.at("/enforcement/appealUntil").asText());
        assertThat(until)
                .isEqualTo(Instant.parse(shown.at("/enforcement/appliedAt").asText())
                        .plus(Duration.ofDays(180)));
        JsonNode clock = clockOf(clocks, "filing_window").path("clock");
        assertThat(Instant.parse(clock.path("breachAt").asText())).isEqualTo(until);
        assertThat(clock.path("policy").asText()).isEqualTo("filing_window_eu");
    }

    @Test
    void aRequestThatIsNotAnsweredInTimeIsAlertedAndTheAppealLapses() {
        Instant dueAt = Instant.now().plusSeconds(3);
        reviewer.post(appeal + "/information-requests", """
                        {"requestId": "r-1", "from": "SELLER", "message": "Page 2, please.", "dueAt": "%s",
                         "items": [{"kind": "PURCHASE_INVOICE", "requirementLevel": "REQUIRED"}]}
                        """.formatted(dueAt)).isOk();

        JsonNode whileWaiting =
                seller.get(appeal + "/sla?minVersion=5").isOk().json().path("clocks");
        assertThat(clockOf(whileWaiting, "decision").at("/clock/state").asText())
                .isEqualTo("PAUSED");

        await(() -> seller.get(appeal).isOk().text("/status").equals("CLOSED"));
        assertThat(seller.get(appeal).isOk().text("/closureReason")).isEqualTo("LAPSED");
        await(() -> breaches().size() == 1);
        JsonNode breach = breaches().get(0);
        assertThat(breach.path("metric").asText()).isEqualTo("seller_response");
        assertThat(Instant.parse(breach.path("dueAt").asText())).isBetween(dueAt.minusMillis(1), dueAt.plusMillis(1));
        assertThat(breach.path("proposedCommandId").asText()).isNotEmpty();
    }

    private JsonNode breaches() {
        return reviewer.get("/v1/sla/alerts?type=sla.breached&appealId=" + appeal.substring("/v1/appeals/".length()))
                .isOk()
                .json()
                .path("items");
    }

    @Test
    void theMarketplaceSeesWhatIsAtRiskAndOthersDoNot() {
        seller.get(appeal + "/sla?minVersion=4").isOk();

        JsonNode items = reviewer.get("/v1/sla/clocks?metric=decision&state=RUNNING&sellerId=" + sellerId)
                .isOk()
                .json()
                .path("items");
        assertThat(items).hasSize(1);
        assertThat(items.get(0).path("metric").asText()).isEqualTo("decision");
        assertThat(reviewer.get("/v1/sla/clocks?metric=decision&sellerId=" + sellerId + "&dueBefore=" + Instant.now())
                        .isOk()
                        .json()
                        .path("items"))
                .isEmpty();
        seller.get("/v1/sla/clocks").isProblem(403, "forbidden");
        seller.get("/v1/sla/alerts").isProblem(403, "forbidden");
        live.api().seller("S-somebody-else").get(appeal + "/sla").isProblem(404, "not-found");
    }

    @Test
    void filtersThatAreNotUnderstoodAreRefused() {
        reviewer.get("/v1/sla/clocks?metrik=decision").isProblem(400, "malformed");
        reviewer.get("/v1/sla/clocks?metric=decisions").isProblem(400, "malformed");
        reviewer.get("/v1/sla/clocks?state=MET").isProblem(400, "malformed");
        reviewer.get("/v1/sla/clocks?breached=maybe").isProblem(400, "malformed");
        reviewer.get("/v1/sla/clocks?breached=0").isProblem(400, "malformed");
        reviewer.get("/v1/sla/clocks?breached=").isOk();
        reviewer.get("/v1/sla/alerts?type=breached").isProblem(400, "malformed");
        reviewer.get("/v1/sla/alerts?limit=0").isProblem(400, "malformed");
    }

    @Test
    void everybodyCanReadThePoliciesInForce() {
        JsonNode policies = seller.get("/v1/sla/policies").isOk().json();

        assertThat(policies.path("version").asText()).contains("+");
        assertThat(policies.path("policies").findValuesAsText("metric"))
                .contains("filing_window", "decision", "escalation_window");
        assertThat(policies.path("calendars").findValuesAsText("name")).contains("business");
    }

    private static JsonNode clockOf(JsonNode clocks, String metric) {
        return StreamSupport.stream(clocks.spliterator(), false)
                .filter(each -> each.at("/clock/metric").asText().equals(metric))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no clock of " + metric + " in " + clocks));
    }

    private static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("it came about in time").isBefore(end);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
        }
    }
}
