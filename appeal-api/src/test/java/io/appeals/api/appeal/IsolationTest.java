package io.appeals.api.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.appeals.api.http.Answer;
import io.appeals.api.http.Bodies;
import io.appeals.api.http.Casework;
import io.appeals.api.http.LiveApi;
import io.appeals.api.http.Person;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who sees and touches what. What a caller may not see does not exist for them. */
@Tag("broker")
class IsolationTest {

    private static final List<String> QUERIES = List.of("", "/events", "/readiness", "/evidence/e-1/content");

    @RegisterExtension
    static final LiveApi live = new LiveApi();

    @Test
    void anotherSellersAppealIsNotFoundWhetherItExistsOrNot() {
        Casework appeal = Casework.submitted(live.api());
        Person stranger = live.api().seller("S-stranger");
        for (String query : QUERIES) {
            stranger.get("/v1/appeals/" + appeal.id() + query).isProblem(404, "not-found");
            stranger.get("/v1/appeals/" + UUID.randomUUID() + query).isProblem(404, "not-found");
        }
        stranger.get("/v1/sellers/" + appeal.sellerId() + "/summary").isProblem(404, "not-found");
    }

    @Test
    void anotherSellersAppealCannotBeTouched() {
        Casework appeal = Casework.submitted(live.api());
        JsonNode before = appeal.shown();
        Person stranger = live.api().seller("S-stranger");
        String path = "/v1/appeals/" + appeal.id();
        stranger.post(path + "/withdraw", "{\"reason\": \"x\"}").isProblem(404, "not-found");
        stranger.post(path + "/messages", "{\"body\": \"x\"}").isProblem(404, "not-found");
        stranger.post(path + "/start-review", "{}").isProblem(404, "not-found");
        stranger.patch(path, "{\"statement\": \"x\"}").isProblem(404, "not-found");
        stranger.delete(path + "/mandates/m-1").isProblem(404, "not-found");
        stranger.with("if-match", "\"1\"")
                .post(path + "/withdraw", "{\"reason\": \"x\"}")
                .isProblem(404, "not-found");
        assertThat(appeal.shown()).isEqualTo(before);
    }

    @Test
    void aRefusalTellsAStrangerNothingAboutTheCase() {
        Casework appeal = Casework.submitted(live.api());
        Answer refused =
                live.api().seller("S-stranger").post("/v1/appeals/" + appeal.id() + "/withdraw", "{\"reason\": \"x\"}");
        assertThat(refused.json().has("currentVersion")).isFalse();
        assertThat(refused.json().has("allowedActions")).isFalse();
    }

    @Test
    void aSellerOpensAppealsInNobodyElsesName() {
        Answer refused = live.api().seller("S-1").post("/v1/appeals", """
                {"sellerId": "S-2", "subject": {"type": "LISTING", "reference": "%s"}, "category": "PRODUCT_AUTHENTICITY", "statement": "x"}
                """.formatted(UUID.randomUUID()));
        refused.isProblem(403, "forbidden");
    }

    @Test
    void aSellersListHoldsTheirOwnOnlyWhateverTheyFilterFor() {
        Casework own = Casework.submitted(live.api());
        Casework other = Casework.submitted(live.api());
        assertThat(idsOf(own.seller().get("/v1/appeals"))).containsExactly(own.id());
        assertThat(idsOf(own.seller().get("/v1/appeals?sellerId=" + other.sellerId())))
                .isEmpty();
        assertThat(idsOf(own.platform().get("/v1/appeals?sellerId=" + other.sellerId())))
                .containsExactly(other.id());
    }

    @Test
    void aRepresentativeActsWithinTheMandateAndNoLongerThanItLasts() {
        Casework appeal = Casework.opened(live.api());
        String representative = "R-" + UUID.randomUUID();
        Person lawyer = live.api().with("representative", representative);
        String path = "/v1/appeals/" + appeal.id();
        lawyer.get(path).isProblem(404, "not-found");
        lawyer.post(path + "/evidence", Bodies.evidence("PURCHASE_INVOICE")).isProblem(404, "not-found");

        appeal.by("seller", "/mandates", mandate("m-1", representative, "[\"READ\", \"DRAFT\"]"));

        JsonNode seen = lawyer.get(path).isOk().json();
        assertThat(seen.at("/availableActions").toString())
                .contains("AttachEvidence")
                .doesNotContain("SubmitAppeal");
        assertThat(idsOf(lawyer.get("/v1/appeals"))).containsExactly(appeal.id());
        lawyer.post(path + "/evidence", Bodies.evidence("PURCHASE_INVOICE")).isOk();
        Answer beyond = lawyer.post(path + "/submit", Bodies.TRUTH).isProblem(403, "forbidden");
        assertThat(beyond.text("/rule")).isEqualTo("mandate-scope-missing");

        String version = appeal.seller().delete(path + "/mandates/m-1").isOk().text("/version");
        appeal.seller().get(path + "?minVersion=" + version).isOk();
        lawyer.get(path).isProblem(404, "not-found");
        assertThat(idsOf(lawyer.get("/v1/appeals"))).isEmpty();
        lawyer.post(path + "/evidence", Bodies.evidence("PRODUCT_PHOTO")).isProblem(403, "forbidden");
    }

    @Test
    void aMandateWithoutReadDoesNotShowTheCase() {
        Casework appeal = Casework.opened(live.api());
        String representative = "R-" + UUID.randomUUID();
        appeal.by("seller", "/mandates", mandate("m-1", representative, "[\"DRAFT\"]"));
        Person integrator = live.api().with("representative", representative);
        integrator.get("/v1/appeals/" + appeal.id()).isProblem(404, "not-found");
        integrator
                .post("/v1/appeals/" + appeal.id() + "/evidence", Bodies.evidence("PURCHASE_INVOICE"))
                .isOk();
    }

    @Test
    void anAnalystReadsEverythingAndChangesNothing() {
        Casework appeal = Casework.submitted(live.api());
        Person analyst = live.api().with("analyst", "an-1");
        JsonNode seen = analyst.get("/v1/appeals/" + appeal.id()).isOk().json();
        assertThat(seen.at("/availableActions")).isEmpty();
        analyst.get("/v1/appeals/" + appeal.id() + "/events").isOk();
        analyst.post("/v1/appeals/" + appeal.id() + "/messages", "{\"body\": \"x\"}")
                .isProblem(403, "forbidden");
        analyst.post("/v1/enforcements", Bodies.enforcement("S-1", "L-" + UUID.randomUUID()))
                .isProblem(403, "forbidden");
    }

    @Test
    void whatTheMarketplaceWritesToItselfStaysThere() {
        Casework appeal = Casework.underReview(live.api())
                .by("reviewer", "/messages", "{\"body\": \"Looks forged.\", \"visibility\": \"MARKETPLACE\"}")
                .by("reviewer", "/flags", "{\"flag\": \"DOCUMENT_REUSED\", \"reason\": \"Seen before.\"}");
        String path = "/v1/appeals/" + appeal.id() + "%s?minVersion=" + appeal.version();
        assertThat(appeal.seller().get(path.formatted("")).isOk().body())
                .doesNotContain("Looks forged", "DOCUMENT_REUSED");
        assertThat(appeal.seller().get(path.formatted("/events")).isOk().body())
                .doesNotContain("Looks forged", "DOCUMENT_REUSED");
        assertThat(appeal.is("reviewer").get(path.formatted("")).isOk().body())
                .contains("Looks forged", "DOCUMENT_REUSED");
        assertThat(appeal.is("reviewer").get(path.formatted("/events")).isOk().body())
                .contains("Looks forged", "DOCUMENT_REUSED");
    }

    private static String mandate(String id, String representative, String scopes) {
        return """
                {"mandateId": "%s", "representativeId": "%s", "representativeType": "LAWYER", "scopes": %s,
                 "validFrom": "2026-01-01T00:00:00Z", "validTo": "2099-01-01T00:00:00Z"}
                """.formatted(id, representative, scopes);
    }

    private static List<String> idsOf(Answer page) {
        return page.isOk().json().at("/items").findValuesAsText("appealId");
    }
}
