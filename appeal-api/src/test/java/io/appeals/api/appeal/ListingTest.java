package io.appeals.api.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.appeals.api.http.Answer;
import io.appeals.api.http.Bodies;
import io.appeals.api.http.Casework;
import io.appeals.api.http.LiveApi;
import io.appeals.api.http.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lists of appeals, page by page. */
@Tag("broker")
class ListingTest {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    @RegisterExtension
    static final LiveApi live = new LiveApi();

    private final String sellerId = "S-" + UUID.randomUUID();
    private final Person seller = live.api().seller(sellerId);

    @Test
    void followingTheLinksFromPageToPageShowsEveryAppealOnce() {
        List<String> opened = open(5);

        List<String> listed = new ArrayList<>();
        String path = "/v1/appeals?limit=2&sort=openedAt";
        while (!path.isEmpty()) {
            Answer page = seller.get(path).isOk();
            listed.addAll(page.json().at("/items").findValuesAsText("appealId"));
            assertThat(page.json().has("nextCursor")).isTrue();
            Matcher next = NEXT.matcher(page.header("link"));
            assertThat(next.matches()).isEqualTo(!page.json().at("/nextCursor").isNull());
            path = next.matches() ? next.group(1) : "";
        }

        assertThat(listed).isEqualTo(opened);
        assertThat(ids("?sort=-openedAt")).isEqualTo(opened.reversed());
    }

    @Test
    void allFiltersThatAreGivenMustHold() {
        List<String> opened = open(2);
        String first = opened.getFirst();
        seller.post("/v1/appeals/" + first + "/evidence", Bodies.evidence("PURCHASE_INVOICE"))
                .isOk();
        seller.post("/v1/appeals/" + first + "/submit", Bodies.TRUTH).isOk();
        String version = live.api()
                .with("supervisor", "sup-1")
                .post("/v1/appeals/" + first + "/assign", "{\"reviewerId\": \"rev-9\", \"queue\": \"authenticity\"}")
                .isOk()
                .text("/version");
        seller.get("/v1/appeals/" + first + "?minVersion=" + version).isOk();

        assertThat(ids("?status=DRAFT")).containsExactly(opened.getLast());
        assertThat(ids("?status=DRAFT,SUBMITTED")).containsExactlyInAnyOrderElementsOf(opened);
        assertThat(ids("?status=DRAFT&status=SUBMITTED")).containsExactlyInAnyOrderElementsOf(opened);
        assertThat(ids("?assignedTo=rev-9&queue=authenticity&stage=FIRST_REVIEW&category=PRODUCT_AUTHENTICITY"))
                .containsExactly(first);
        assertThat(ids("?assignedTo=rev-9&status=DRAFT")).isEmpty();
    }

    @Test
    void anAppealThatWasDecidedOutsideIsListedWithThatOutcome() {
        Casework appeal = Casework.externallyReviewed(live.api())
                .by(
                        "platform",
                        "/external-outcome",
                        "{\"outcome\": \"OVERTURNED\", \"reasons\": \"The invoices are genuine.\"}");
        JsonNode item = appeal.seller().get("/v1/appeals").isOk().json().at("/items/0");
        assertThat(item.at("/appealId").asText()).isEqualTo(appeal.id());
        assertThat(item.at("/outcome").asText()).isEqualTo("OVERTURNED");
    }

    @Test
    void aCursorOfAnotherListingIsRefused() {
        open(3);
        String cursor = seller.get("/v1/appeals?limit=1").isOk().text("/nextCursor");
        seller.get("/v1/appeals?limit=1&status=DRAFT&cursor=" + cursor).isProblem(400, "malformed");
        seller.get("/v1/appeals?cursor=damaged").isProblem(400, "malformed");
    }

    @Test
    void aSellersSummaryCountsWhatIsThereAndNamesWhatWaits() {
        List<String> opened = open(2);
        JsonNode summary =
                seller.get("/v1/sellers/" + sellerId + "/summary").isOk().json();
        assertThat(summary.at("/total").asInt()).isEqualTo(2);
        assertThat(summary.at("/byStatus/DRAFT").asInt()).isEqualTo(2);
        assertThat(summary.at("/needsAction").findValuesAsText("appealId")).containsExactlyInAnyOrderElementsOf(opened);
    }

    private List<String> open(int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = seller.post("/v1/appeals", Bodies.opening("L-" + UUID.randomUUID()))
                    .is(201)
                    .text("/appealId");
            seller.get("/v1/appeals/" + id + "?minVersion=1").isOk();
            ids.add(id);
        }
        return ids;
    }

    private List<String> ids(String query) {
        return seller.get("/v1/appeals" + query).isOk().json().at("/items").findValuesAsText("appealId");
    }
}
