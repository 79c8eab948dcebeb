package io.appeals.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.api.http.Answer;
import io.appeals.api.http.Bodies;
import io.appeals.api.http.Casework;
import io.appeals.api.http.LiveApi;
import io.appeals.api.http.Person;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a sender who is not sure whether a command got through may rely on. */
@Tag("broker")
class RepeatedCommandsTest {

    @RegisterExtension
    static final LiveApi live = new LiveApi();

    @Test
    void theSameCommandSentThriceIsCarriedOutOnceAndAnsweredAlike() {
        Casework appeal = Casework.opened(live.api());
        Person seller =
                appeal.seller().with("idempotency-key", UUID.randomUUID().toString());

        Answer first = seller.post("/v1/appeals/" + appeal.id() + "/evidence", Bodies.evidence("PURCHASE_INVOICE"));
        Answer second = seller.post("/v1/appeals/" + appeal.id() + "/evidence", Bodies.evidence("PURCHASE_INVOICE"));
        Answer third = seller.post("/v1/appeals/" + appeal.id() + "/evidence", Bodies.evidence("PURCHASE_INVOICE"));

        first.isOk();
        assertThat(second.isOk().json()).isEqualTo(first.json());
        assertThat(third.isOk().json()).isEqualTo(first.json());
        assertThat(third.header("etag")).isEqualTo(first.header("etag"));
        assertThat(seller.get("/v1/appeals/%s?minVersion=%s".formatted(appeal.id(), first.text("/version")))
                        .json()
                        .at("/evidence"))
                .hasSize(1);
    }

    @Test
    void openingThriceUnderOneKeyGivesOneAppeal() {
        Casework enforced = Casework.enforced(live.api());
        Person seller = enforced.seller().with("idempotency-key", "\"" + UUID.randomUUID() + "\"");
        Answer first =
                seller.post("/v1/appeals", Bodies.opening(enforced.listing())).is(201);
        for (int i = 0; i < 2; i++) {
            Answer again = seller.post("/v1/appeals", Bodies.opening(enforced.listing()))
                    .is(201);
            assertThat(again.json()).isEqualTo(first.json());
            assertThat(again.header("location")).isEqualTo("/v1/appeals/" + enforced.id());
        }
    }

    @Test
    void theSameMatterUnderAnotherKeyIsRefusedNamingTheAppealThatExists() {
        Casework appeal = Casework.opened(live.api());
        Answer again = appeal.seller()
                .post("/v1/appeals", Bodies.opening(appeal.listing()))
                .isProblem(409, "appeal-already-exists");
        assertThat(again.text("/appealId")).isEqualTo(appeal.id());
        assertThat(again.text("/commandId")).isNotEmpty();
        appeal.platform()
                .post("/v1/enforcements", Bodies.enforcement(appeal.sellerId(), appeal.listing()))
                .isProblem(409, "appeal-already-exists");
    }

    @Test
    void aKeyThatNamedOneCommandIsRefusedForAnother() {
        Casework appeal = Casework.opened(live.api());
        Person seller = appeal.seller().with("idempotency-key", "k-" + UUID.randomUUID());
        seller.post("/v1/appeals/" + appeal.id() + "/messages", "{\"body\": \"One.\"}")
                .isOk();
        seller.post("/v1/appeals/" + appeal.id() + "/messages", "{\"body\": \"Two.\"}")
                .isProblem(422, "idempotency-key-reused");
    }

    @Test
    void whoeverUsesAnIdAgainChangesNothingOfWhatBecameOfTheFirst() {
        Casework appeal = Casework.opened(live.api());
        String key = "k-" + UUID.randomUUID();
        Person seller = appeal.seller().with("idempotency-key", key);
        seller.post("/v1/appeals/" + appeal.id() + "/messages", "{\"body\": \"One.\"}")
                .isOk();
        seller.post("/v1/appeals/" + appeal.id() + "/messages", "{\"body\": \"Two.\"}")
                .isProblem(422, "idempotency-key-reused");
        Person stranger = live.api().seller("S-" + UUID.randomUUID()).with("idempotency-key", key);

        stranger.post("/v1/appeals/" + appeal.id() + "/messages", "{\"body\": \"Is it there?\"}")
                .isProblem(404, "not-found");
        stranger.post("/v1/appeals/00000000-0000-5000-8000-000000000001/messages", "{\"body\": \"Nor this?\"}")
                .isProblem(404, "not-found");

        assertThat(seller.get("/v1/commands/" + key).isOk().text("/state")).isEqualTo("ACCEPTED");
        stranger.get("/v1/commands/" + key).isProblem(404, "not-found");
    }

    @Test
    void aCommandWithoutAKeyIsToldTheIdItGot() {
        Casework appeal = Casework.opened(live.api());
        Answer posted = appeal.seller()
                .post("/v1/appeals/" + appeal.id() + "/messages", "{\"body\": \"Hello.\"}")
                .isOk();
        Answer outcome =
                appeal.seller().get("/v1/commands/" + posted.text("/commandId")).isOk();
        assertThat(outcome.text("/state")).isEqualTo("ACCEPTED");
        assertThat(outcome.text("/version")).isEqualTo(posted.text("/version"));
        assertThat(outcome.text("/events/0")).isEqualTo("MessagePosted");
    }

    @Test
    void aCommandForAnotherVersionIsRefusedAndTellsTheVersion() {
        Casework appeal = Casework.opened(live.api());
        Answer refused = appeal.seller()
                .with("if-match", "\"1\"")
                .post("/v1/appeals/" + appeal.id() + "/messages", "{\"body\": \"Hello.\"}")
                .isProblem(412, "version-mismatch");
        assertThat(refused.text("/currentVersion")).isEqualTo("2");
        appeal.seller()
                .with("if-match", "\"2\"")
                .post("/v1/appeals/" + appeal.id() + "/messages", "{\"body\": \"Hello.\"}")
                .isOk();
    }

    @Test
    void whoeverDoesNotWaitCanAskLater() throws InterruptedException {
        Casework appeal = Casework.opened(live.api());
        Answer sent = appeal.seller()
                .with("prefer", "respond-async")
                .post("/v1/appeals/" + appeal.id() + "/messages", "{\"body\": \"No hurry.\"}")
                .is(202);
        String location = sent.header("location");
        assertThat(location).isEqualTo("/v1/commands/" + sent.text("/commandId"));

        Answer outcome = appeal.seller().get(location).isOk();
        for (long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
                outcome.text("/state").equals("PENDING") && System.nanoTime() < end; ) {
            Thread.sleep(20);
            outcome = appeal.seller().get(location).isOk();
        }
        assertThat(outcome.text("/state")).isEqualTo("ACCEPTED");
        assertThat(outcome.text("/version")).isEqualTo("3");
    }

    @Test
    void whatBecameOfARefusedCommandIsToldToItsSenderOnly() {
        Casework appeal = Casework.opened(live.api());
        Answer refused = appeal.seller()
                .post("/v1/appeals/" + appeal.id() + "/submit", Bodies.TRUTH)
                .isProblem(422, "rule-violated");
        String command = "/v1/commands/" + refused.text("/commandId");
        Answer outcome = appeal.seller().get(command).isOk();
        assertThat(outcome.text("/state")).isEqualTo("REJECTED");
        assertThat(outcome.text("/problem/type")).isEqualTo("/problems/rule-violated");
        live.api().seller("S-somebody-else").get(command).isProblem(404, "not-found");
    }
}
