package io.appeals.api.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.appeals.api.http.Answer;
import io.appeals.api.http.Bodies;
import io.appeals.api.http.LiveApi;
import io.appeals.api.http.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each filter of the contract, by itself and under a cursor, on four appeals of two sellers that differ in everything. */
@Tag("broker")
class ListingFiltersTest {

    @RegisterExtension
    static final LiveApi live = new LiveApi();

    private static final String FIRST = "S-" + UUID.randomUUID();
    private static final String SECOND = "S-" + UUID.randomUUID();
    private static final String RITA = "rita-" + UUID.randomUUID();

    private static String draft;
    private static String escalated;
    private static String quality;
    private static String ofTheSecond;

    private final Person reviewer = live.api().with("reviewer", RITA);

    @BeforeAll
    static void fourAppeals() {
        draft = open(FIRST, "PRODUCT_AUTHENTICITY");
        quality = open(FIRST, "PRODUCT_QUALITY");
        escalated = open(FIRST, "PRODUCT_AUTHENTICITY");
        submitAssignAndDecide();
        ofTheSecond = open(SECOND, "PRODUCT_QUALITY");
    }

    private static void submitAssignAndDecide() {
        Person seller = live.api().seller(FIRST);
        String path = "/v1/appeals/" + escalated;
        seller.post(path + "/evidence", Bodies.evidence("PURCHASE_INVOICE")).isOk();
        seller.post(path + "/submit", Bodies.TRUTH).isOk();
        live.api()
                .with("supervisor", "sup-1")
                .post(path + "/assign", "{\"reviewerId\": \"%s\"}".formatted(RITA))
                .isOk();
        Person reviewer = live.api().with("reviewer", RITA);
        reviewer.post(path + "/start-review", "{}").isOk();
        reviewer.post(path + "/decision", Bodies.decision("UPHELD", RITA)).isOk();
        String version = seller.post(path + "/escalate", "{\"grounds\": \"It overlooks page 2.\"}")
                .isOk()
                .text("/version");
        seller.get(path + "?minVersion=" + version).isOk();
    }

    private static String open(String sellerId, String category) {
        Person seller = live.api().seller(sellerId);
        String body = Bodies.opening("L-" + UUID.randomUUID()).replace("PRODUCT_AUTHENTICITY", category);
        String id = seller.post("/v1/appeals", body).is(201).text("/appealId");
        seller.get("/v1/appeals/" + id + "?minVersion=1").isOk();
        return id;
    }

    @Test
    void bySeller() {
        assertThat(listed("")).containsExactlyInAnyOrder(draft, quality, escalated);
        assertThat(ids(reviewer, "sellerId=" + SECOND)).containsExactly(ofTheSecond);
    }

    @Test
    void aSellerWhoAsksForAnothersAppealsSeesNone() {
        assertThat(ids(live.api().seller(SECOND), "sellerId=" + FIRST)).isEmpty();
        assertThat(ids(live.api().seller(SECOND), "")).containsExactly(ofTheSecond);
    }

    @Test
    void byStatus() {
        assertThat(listed("&status=SUBMITTED")).containsExactly(escalated);
        assertThat(listed("&status=DRAFT")).containsExactlyInAnyOrder(draft, quality);
        assertThat(listed("&status=SUBMITTED,DRAFT")).containsExactlyInAnyOrder(draft, quality, escalated);
    }

    @Test
    void byStage() {
        assertThat(listed("&stage=SUPERVISOR_REVIEW")).containsExactly(escalated);
        assertThat(listed("&stage=FIRST_REVIEW")).containsExactlyInAnyOrder(draft, quality);
    }

    @Test
    void byCategory() {
        assertThat(listed("&category=PRODUCT_QUALITY")).containsExactly(quality);
        assertThat(listed("&category=FUNDS_HELD")).isEmpty();
    }

    /** Whoever decided may not decide the escalation: with it, the assignment ends. */
    @Test
    void byReviewer() {
        String path = "/v1/appeals/" + escalated;
        assertThat(ids(reviewer, "assignedTo=" + RITA)).isEmpty();
        String version = live.api()
                .with("supervisor", "sup-1")
                .post(path + "/assign", "{\"reviewerId\": \"%s\"}".formatted("sam-" + RITA))
                .isOk()
                .text("/version");
        reviewer.get(path + "?minVersion=" + version).isOk();
        assertThat(ids(reviewer, "assignedTo=sam-" + RITA)).containsExactly(escalated);
    }

    @ParameterizedTest
    @CsvSource({
        "openedAt,/milestones/openedAt,false",
        "-openedAt,/milestones/openedAt,true",
        "updatedAt,/milestones/updatedAt,false",
        "-updatedAt,/milestones/updatedAt,true"
    })
    void sorted(String sort, String field, boolean latestFirst) {
        List<Instant> moments = new ArrayList<>();
        for (JsonNode item : items(reviewer, "sellerId=" + FIRST + "&sort=" + sort)) {
            moments.add(Instant.parse(item.at(field).asText()));
        }
        List<Instant> ascending = moments.stream().sorted().toList();
        assertThat(moments).hasSize(3).isEqualTo(latestFirst ? ascending.reversed() : ascending);
    }

    @Test
    void aFilterHoldsOnEveryPage() {
        List<String> found = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        do {
            Answer page = reviewer.get("/v1/appeals?sellerId=" + FIRST + "&status=DRAFT&limit=1" + cursor)
                    .isOk();
            found.addAll(page.json().at("/items").findValuesAsText("appealId"));
            cursor = page.json().at("/nextCursor").isNull() ? "" : "&cursor=" + page.text("/nextCursor");
            pages++;
        } while (!cursor.isEmpty() && pages < 10);

        assertThat(found).containsExactlyInAnyOrder(draft, quality);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "limit=many",
                "status=OPEN",
                "stage=LAST",
                "sort=price",
                "colour=red",
                "cursor=damaged"
            })
    void whatIsNotUnderstoodIsRefusedRatherThanPassedOver(String query) {
        reviewer.get("/v1/appeals?" + query).isProblem(400, "malformed");
    }

    @Test
    void aPageHoldsUpToTwoHundred() {
        assertThat(listed("&limit=200")).hasSize(3);
    }

    /** Of the first seller. */
    private List<String> listed(String more) {
        return ids(reviewer, "sellerId=" + FIRST + more);
    }

    private static List<String> ids(Person asking, String query) {
        return items(asking, query).findValuesAsText("appealId");
    }

    private static JsonNode items(Person asking, String query) {
        return asking.get("/v1/appeals?" + query).isOk().json().at("/items");
    }
}
