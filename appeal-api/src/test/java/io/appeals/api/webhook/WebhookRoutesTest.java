package io.appeals.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.api.http.Answer;
import io.appeals.api.http.Person;
import io.appeals.api.http.RunningApi;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Subscribing over HTTP: who may, what is taken and what is refused, and what is shown. */
class WebhookRoutesTest {

    private static final RunningApi api = RunningApi.start();
    private static final String HOOKS = "/v1/webhooks";

    private final Person platform = api.with("platform", "market");
    private final Person seller = api.seller("S-" + UUID.randomUUID());

    @AfterAll
    static void stop() {
        api.close();
    }

    private static String to(String url) {
        return "{\"url\": \"" + url + "\"}";
    }

    @Test
    void theSecretIsShownWhenTheWebhookIsMadeAndNeverAgain() {
        Answer made = platform.post(HOOKS, """
                {"url": "https://93.184.216.34/hooks", "eventTypes": ["AppealDecided", "Evidence*"], "description": "Orders"}
                """).is(201);
        assertThat(made.text("/secret")).startsWith("whsec_");
        assertThat(made.text("/status")).isEqualTo("ENABLED");
        assertThat(made.header("location")).isEqualTo(HOOKS + "/" + made.text("/webhookId"));

        Answer shown = platform.get(made.header("location")).isOk();
        assertThat(shown.body()).doesNotContain("whsec_");
        assertThat(shown.json().at("/eventTypes").toString()).isEqualTo("[\"AppealDecided\",\"Evidence*\"]");
        assertThat(platform.get(HOOKS).isOk().body())
                .contains(made.text("/webhookId"))
                .doesNotContain("whsec_", "whsk_");
    }

    @Test
    void aWebhookWithAPublicKeyShowsThatAlwaysAndTheSecretKeyNever() {
        Answer made = platform.post(HOOKS, """
                {"url": "https://93.184.216.34/hooks", "signature": "v1a"}
                """).is(201);
        assertThat(made.text("/publicKey")).startsWith("whpk_");
        assertThat(made.body()).doesNotContain("whsk_", "\"secret\"");
        assertThat(platform.get(made.header("location")).text("/publicKey")).isEqualTo(made.text("/publicKey"));
    }

    @Test
    void theSameRequestAgainMakesNoSecondWebhook() {
        Person once = platform.with("idempotency-key", UUID.randomUUID().toString());
        Answer made = once.post(HOOKS, to("https://93.184.216.34/a")).is(201);
        assertThat(once.post(HOOKS, to("https://93.184.216.34/a")).is(201).body())
                .isEqualTo(made.body());
        once.post(HOOKS, to("https://93.184.216.34/b")).isProblem(422, "idempotency-key-reused");
    }

    @Test
    void anAddressThatLeadsIntoOurOwnNetworkIsRefused() {
        for (String url : new String[] {
            "http://93.184.216.34/", "https://127.0.0.1/", "https://localhost/", "https://169.254.169.254/latest",
            "https://[::1]/", "https://10.1.2.3/", "https://user@93.184.216.34/", "not a url"
        }) {
            Answer refused = platform.post(HOOKS, to(url)).isProblem(400, "malformed");
            assertThat(refused.text("/errors/0/pointer")).isEqualTo("/url");
        }
    }

    @Test
    void aTypeThatDoesNotExistIsNamedWithThoseThatDo() {
        Answer refused = platform.post(HOOKS, """
                {"url": "https://93.184.216.34/", "eventTypes": ["AppealDecided", "appeal.decided"]}
                """).isProblem(400, "malformed");
        assertThat(refused.text("/detail")).contains("'appeal.decided'", "AppealSubmitted");
        platform.post(HOOKS, "{\"url\": \"https://93.184.216.34/\", \"signature\": \"md5\"}")
                .isProblem(400, "malformed");
        platform.post(HOOKS, "{}").isProblem(400, "malformed");
    }

    @Test
    void anEmptyListOfTypesIsNotTakenForAllOfThem() {
        Answer refused = platform.post(HOOKS, """
                {"url": "https://93.184.216.34/", "eventTypes": []}
                """).isProblem(400, "malformed");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/eventTypes");
        assertThat(platform.post(HOOKS, to("https://93.184.216.34/"))
                        .is(201)
                        .json()
                        .at("/eventTypes")
                        .toString())
                .isEqualTo("[\"*\"]");
    }

    @Test
    void aSellerHasWebhooksOfTheirOwnAndSeesNobodyElses() {
        Answer own = seller.post(HOOKS, to("https://93.184.216.34/")).is(201);
        Answer others = platform.post(HOOKS, to("https://93.184.216.34/")).is(201);
        assertThat(own.text("/sellerId")).isNotEmpty();
        assertThat(seller.get(HOOKS).json().at("/items")).hasSize(1);

        Person stranger = api.seller("S-stranger");
        for (Answer webhook : new Answer[] {own, others}) {
            String path = webhook.header("location");
            stranger.get(path).isProblem(404, "not-found");
            stranger.delete(path).isProblem(404, "not-found");
            stranger.post(path + "/test").isProblem(404, "not-found");
            stranger.post(path + "/rotate-secret").isProblem(404, "not-found");
            stranger.post(path + "/enable").isProblem(404, "not-found");
            stranger.get(path + "/deliveries").isProblem(404, "not-found");
            stranger.post(path + "/deliveries/msg_1/retry").isProblem(404, "not-found");
        }
        seller.get(others.header("location")).isProblem(404, "not-found");
        api.with("admin", "root").get(own.header("location")).isOk();
        seller.post(HOOKS, "{\"url\": \"https://93.184.216.34/\", \"sellerId\": \"S-2\"}")
                .isProblem(403, "forbidden");
    }

    @Test
    void whoeverHasNothingToDoWithWebhooksIsToldWhoMay() {
        for (String role : new String[] {"analyst", "reviewer", "supervisor", "representative"}) {
            Person person = api.with(role, role + "-1");
            assertThat(person.post(HOOKS, to("https://93.184.216.34/"))
                            .isProblem(403, "forbidden")
                            .text("/detail"))
                    .contains("platform");
            person.get(HOOKS).isProblem(403, "forbidden");
        }
        api.anybody().get(HOOKS).isProblem(401, "unauthenticated");
    }

    @Test
    void aSellersWebhooksAreLimited() {
        Person many = api.seller("S-" + UUID.randomUUID());
        for (int i = 0; i < 20; i++) {
            many.post(HOOKS, to("https://93.184.216.34/" + i)).is(201);
        }
        many.post(HOOKS, to("https://93.184.216.34/")).isProblem(422, "rule-violated");
    }

    @Test
    void aWebhookThatIsRemovedIsGone() {
        String path = platform.post(HOOKS, to("https://93.184.216.34/")).is(201).header("location");
        platform.delete(path).is(204);
        platform.get(path).isProblem(404, "not-found");
        platform.delete(path).isProblem(404, "not-found");
    }

    @Test
    void aTrialThatReachesNobodySaysWhy() {
        String path = platform.post(HOOKS, to("https://no-such-host.invalid/"))
                .is(201)
                .header("location");
        Answer result = platform.post(path + "/test").isOk();
        assertThat(result.json().at("/delivered").asBoolean()).isFalse();
        assertThat(result.text("/problem")).contains("not known");
    }
}
