package io.appeals.api.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.appeals.api.http.Answer;
import io.appeals.api.http.Bodies;
import io.appeals.api.http.LiveApi;
import io.appeals.api.http.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of appeals by their SLA clocks, on seven appeals of one seller, against what each appeal's own clocks say. */
@Tag("broker")
class DeadlineListingTest {

    @RegisterExtension
    static final LiveApi live = new LiveApi();

    private static final String SELLER = "S-" + UUID.randomUUID();
    private static final String RITA = "rita-" + UUID.randomUUID();
    private static final String LAWYER = "lawyer-" + UUID.randomUUID();

    /** So long ago something was submitted that its review should have begun yesterday. */
    private static final Duration LONG = Duration.ofDays(2);

    /** So long that a warning has passed and nothing is breached: of 24 hours to begin the review, 75 % are over. */
    private static final Duration QUITE_LONG = Duration.ofHours(20);

    private static String draft;
    private static String submitted;
    private static String atRisk;
    private static String overdue;
    private static String underReview;
    private static String asked;
    private static String withdrawn;

    private final Person reviewer = live.api().with("reviewer", RITA);

    @BeforeAll
    static void sevenAppeals() {
        draft = open();
        submitted = submit();
        underReview = startReview(submit());
        asked = startReview(submit());
        tell("reviewer", asked, "/information-requests", """
                {"requestId": "r-1", "from": "SELLER", "message": "Page 2, please.", "dueAt": "%s",
                 "items": [{"kind": "PURCHASE_INVOICE", "requirementLevel": "REQUIRED"}]}
                """.formatted(
                        Instant.now().plus(Duration.ofHours(2))));
        withdrawn = open();
        tell("seller", withdrawn, "/withdraw", "{\"reason\": \"Settled otherwise.\"}");
        overdue = submittedAgo(LONG);
        atRisk = submittedAgo(QUITE_LONG);
        tell("seller", asked, "/mandates", """
                {"mandateId": "m-1", "representativeId": "%s", "representativeType": "LAWYER", "scopes": ["READ"],
                 "validFrom": "2026-01-01T00:00:00Z", "validTo": "2099-01-01T00:00:00Z"}
                """.formatted(LAWYER));
        all().forEach(DeadlineListingTest::awaitClocks);
    }

    private static List<String> all() {
        return List.of(draft, submitted, atRisk, overdue, underReview, asked, withdrawn);
    }

    private static String open() {
        return live.api()
                .seller(SELLER)
                .post("/v1/appeals", Bodies.opening("L-" + UUID.randomUUID()))
                .is(201)
                .text("/appealId");
    }

    private static String submit() {
        String id = open();
        tell("seller", id, "/evidence", Bodies.evidence("PURCHASE_INVOICE"));
        tell("seller", id, "/submit", Bodies.TRUTH);
        return id;
    }

    private static String startReview(String id) {
        tell("reviewer", id, "/start-review", "{}");
        return id;
    }

    private static void tell(String role, String id, String path, String body) {
        Person person =
                role.equals("seller") ? live.api().seller(SELLER) : live.api().with(role, RITA);
        person.post("/v1/appeals/" + id + path, body).isOk();
    }

    /** A platform that brings its sellers' appeals says when things happened. */
    private static String submittedAgo(Duration time) {
        String subject = "\"subject\": {\"type\": \"LISTING\", \"reference\": \"L-%s\"}".formatted(UUID.randomUUID());
        String common =
                "\"sellerId\": \"%s\", %s, \"issuedAt\": \"%s\", \"actor\": {\"type\": \"SELLER\", \"id\": \"%s\"}"
                        .formatted(SELLER, subject, Instant.now().minus(time), SELLER);
        String lines = String.join(
                "\n",
                line(
                        "OpenAppeal",
                        common
                                + ", \"category\": \"PRODUCT_AUTHENTICITY\", \"statement\": \"The goods are genuine; the invoice is attached.\", "
                                + "\"planOfAction\": {\"rootCause\": \"A supplier mixed lots.\", \"correctiveActions\": \"Stock was checked.\", \"preventiveActions\": \"Every lot is checked.\"}"),
                line(
                        "AttachEvidence",
                        common + ", "
                                + Bodies.evidence("PURCHASE_INVOICE")
                                        .strip()
                                        .replaceAll("^\\{|}$", "")
                                        .replace("\n", " ")),
                line(
                        "SubmitAppeal",
                        common + ", \"truthDeclaration\": {\"accepted\": true, \"signer\": \"A. Seller\"}"));
        Answer answer = live.api()
                .with("platform", "marketplace")
                .with("content-type", "application/x-ndjson")
                .post("/v1/commands", lines)
                .isOk();
        assertThat(answer.body().lines()).hasSize(3).allMatch(line -> line.contains("\"events\""), answer.body());
        return answer.body().lines().findFirst().orElseThrow().replaceAll(".*\"appealId\":\"([^\"]*)\".*", "$1");
    }

    private static String line(String type, String fields) {
        return "{\"type\": \"%s\", \"commandId\": \"%s\", %s}".formatted(type, UUID.randomUUID(), fields);
    }

    private static void awaitClocks(String id) {
        Person seller = live.api().seller(SELLER);
        String version =
                seller.get("/v1/appeals/" + id + "?minVersion=1").isOk().text("/version");
        seller.get("/v1/appeals/" + id + "/sla?minVersion=" + version).isOk();
    }

    /** The nearest breach by the appeal's own clocks. */
    private static @Nullable Instant deadline(String id) {
        JsonNode clocks = live.api()
                .seller(SELLER)
                .get("/v1/appeals/" + id + "/sla")
                .isOk()
                .json()
                .at("/clocks");
        return StreamSupport.stream(clocks.spliterator(), false)
                .map(each -> each.at("/clock"))
                .filter(clock -> clock.at("/state").asText().matches("RUNNING|PAUSED") && clock.hasNonNull("breachAt"))
                .map(clock -> Instant.parse(clock.at("/breachAt").asText()))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    @Test
    void theNearestDeadlineComesFirstAndThoseWithoutOneLast() {
        Map<String, @Nullable Instant> model = new HashMap<>();
        all().forEach(id -> model.put(id, deadline(id)));

        List<JsonNode> listed = pages("sort=dueAt&limit=2&sellerId=" + SELLER);

        assertThat(listed.stream().map(item -> item.at("/appealId").asText()))
                .containsExactlyElementsOf(all().stream()
                        .sorted(Comparator.comparing(model::get, Comparator.nullsLast(Comparator.naturalOrder())))
                        .toList());
        for (JsonNode item : listed) {
            Instant due = model.get(item.at("/appealId").asText());
            assertThat(item.has("nextDeadline")).isEqualTo(due != null);
            assertThat(item.at("/nextDeadline/dueAt").asText("")).isEqualTo(Objects.toString(due, ""));
        }
        assertThat(listed.getFirst().at("/appealId").asText()).isEqualTo(overdue);
        assertThat(listed.getFirst().at("/nextDeadline/metric").asText()).isEqualTo("acknowledgement");
        assertThat(listed.getFirst().at("/nextDeadline/breached").asBoolean()).isTrue();
        assertThat(listed.getLast().at("/appealId").asText()).isEqualTo(withdrawn);
    }

    @Test
    void everyListingShowsTheNextDeadline() {
        for (JsonNode item : pages("sort=-updatedAt&sellerId=" + SELLER)) {
            assertThat(item.at("/nextDeadline/dueAt").asText(""))
                    .isEqualTo(Objects.toString(deadline(item.at("/appealId").asText()), ""));
        }
    }

    @Test
    void clocksAreFilteredByHowTheyStand() {
        assertThat(listed("clockState=BREACHED")).containsExactly(overdue);
        assertThat(listed("clockState=AT_RISK")).containsExactly(atRisk);
        assertThat(listed("clockState=PAUSED")).containsExactly(asked);
        assertThat(listed("clockState=RUNNING"))
                .containsExactlyInAnyOrder(draft, submitted, atRisk, overdue, underReview, asked);
        assertThat(listed("clockState=CANCELLED")).containsExactly(withdrawn);
        assertThat(listed("clockState=MET")).containsExactlyInAnyOrder(submitted, atRisk, overdue, underReview, asked);
        assertThat(listed("clockState=PAUSED,CANCELLED")).containsExactlyInAnyOrder(asked, withdrawn);
        assertThat(listed("clockState=PAUSED&clockState=CANCELLED&sort=dueAt")).containsExactly(asked, withdrawn);
        assertThat(listed("clockState=MET&sort=openedAt&limit=2")).hasSize(5);
    }

    @Test
    void whatIsDueByThenIsFoundUnderEveryOrder() {
        String inThreeHours = Instant.now().plus(Duration.ofHours(3)).toString();
        String inTwoDays = Instant.now().plus(Duration.ofDays(2)).toString();

        assertThat(listed("sort=dueAt&dueBefore=" + inThreeHours)).containsExactly(overdue, asked);
        assertThat(listed("sort=openedAt&dueBefore=" + inThreeHours)).containsExactlyInAnyOrder(overdue, asked);
        assertThat(listed("sort=dueAt&dueBefore=" + inTwoDays)).containsExactly(overdue, asked, atRisk, submitted);
        assertThat(listed("sort=dueAt&status=SUBMITTED&dueBefore=" + inTwoDays))
                .containsExactly(overdue, atRisk, submitted);
        assertThat(listed("dueBefore=" + inTwoDays + "&clockState=PAUSED")).containsExactly(asked);
    }

    @Test
    void aReviewersQueueIsOrderedByTimeLeft() {
        assertThat(ids(pagesAs(reviewer, "assignedTo=" + RITA + "&sort=dueAt&limit=1")))
                .containsExactly(asked, underReview);
        assertThat(ids(pagesAs(
                        reviewer, "status=SUBMITTED,UNDER_REVIEW&stage=FIRST_REVIEW&sort=dueAt&sellerId=" + SELLER)))
                .containsExactly(overdue, atRisk, submitted, underReview);
        assertThat(ids(pagesAs(reviewer, "assignedTo=" + RITA + "&status=UNDER_REVIEW&sort=dueAt")))
                .containsExactly(underReview);
    }

    @Test
    void everybodySeesTheirOwnAppealsOnly() {
        assertThat(ids(pagesAs(live.api().seller(SELLER), "sort=dueAt&clockState=BREACHED")))
                .containsExactly(overdue);
        assertThat(ids(pagesAs(live.api().seller("S-" + UUID.randomUUID()), "sort=dueAt")))
                .isEmpty();
        assertThat(ids(pagesAs(live.api().seller("S-" + UUID.randomUUID()), "sort=dueAt&sellerId=" + SELLER)))
                .isEmpty();
        assertThat(ids(pagesAs(live.api().with("representative", LAWYER), "sort=dueAt")))
                .containsExactly(asked);
        assertThat(ids(pagesAs(live.api().with("representative", LAWYER), "clockState=BREACHED")))
                .isEmpty();
    }

    @Test
    void aCursorIsOfOneOrderAndOneSetOfFilters() {
        String cursor = reviewer.get("/v1/appeals?limit=1&sort=dueAt&sellerId=" + SELLER)
                .isOk()
                .text("/nextCursor");
        String withIt = "/v1/appeals?limit=1&sellerId=" + SELLER + "&cursor=" + cursor;

        reviewer.get(withIt + "&sort=dueAt").isOk();
        reviewer.get(withIt + "&sort=openedAt").isProblem(400, "malformed");
        reviewer.get(withIt + "&sort=dueAt&clockState=RUNNING").isProblem(400, "malformed");
        reviewer.get(withIt + "&sort=dueAt&dueBefore=2026-01-01T00:00:00Z").isProblem(400, "malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"clockState=LATE", "clockState=running", "dueBefore=tomorrow", "sort=-dueAt", "sort=deadline"})
    void whatIsNotUnderstoodIsRefusedRatherThanPassedOver(String query) {
        reviewer.get("/v1/appeals?" + query).isProblem(400, "malformed");
    }

    private List<String> listed(String query) {
        return ids(pages(query + "&sellerId=" + SELLER));
    }

    private static List<String> ids(List<JsonNode> items) {
        return items.stream().map(item -> item.at("/appealId").asText()).toList();
    }

    private List<JsonNode> pages(String query) {
        return pagesAs(reviewer, query);
    }

    private static List<JsonNode> pagesAs(Person person, String query) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = person.get("/v1/appeals?" + query + cursor).isOk().json();
            page.at("/items").forEach(items::add);
            cursor = page.at("/nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.at("/nextCursor").asText();
        } while (!cursor.isEmpty());
        return items;
    }
}
