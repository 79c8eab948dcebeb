package io.appeals.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.appeals.api.http.Answer;
import io.appeals.api.http.Bodies;
import io.appeals.api.http.Person;
import io.appeals.api.http.RunningApi;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every kind of problem over HTTP, each a complete problem document that says what to do. */
class EveryProblemTest {

    private static final RunningApi api = RunningApi.start();

    private final String listing = "L-" + UUID.randomUUID();
    private final Person seller = api.seller("S-1");
    private final Person reviewer = api.with("reviewer", "rev-1");

    @AfterAll
    static void stop() {
        api.close();
    }

    @AfterEach
    void asUsualAgain() {
        api.log().takeNone(null);
        api.log().beSilent(false);
        api.queries().notReady(null);
    }

    @Test
    void everyKindOfProblemIsSeenOnceOverHttp() {
        String id = seller.post("/v1/appeals", Bodies.opening(listing)).is(201).text("/appealId");
        String path = "/v1/appeals/" + id;
        String evidence = seller.post(path + "/evidence", Bodies.evidence("PRODUCT_PHOTO"))
                .isOk()
                .text("/version");
        assertThat(evidence).isEqualTo("2");
        String evidenceId = seller.get(path).text("/evidence/0/evidenceId");
        Person keyed = seller.with("idempotency-key", "k-" + UUID.randomUUID());
        keyed.post(path + "/messages", "{\"body\": \"one\"}").isOk();

        Map<ProblemType, Answer> seen = new EnumMap<>(ProblemType.class);
        seen.put(ProblemType.MALFORMED, seller.post(path + "/messages", "{\"text\": 1}"));
        seen.put(ProblemType.UNAUTHENTICATED, api.anybody().get(path));
        seen.put(ProblemType.FORBIDDEN, seller.post(path + "/start-review", "{}"));
        seen.put(ProblemType.NOT_FOUND, seller.get("/v1/appeals/" + UUID.randomUUID()));
        seen.put(ProblemType.METHOD_NOT_ALLOWED, seller.send("PUT", path, "{}"));
        seen.put(ProblemType.NOT_ACCEPTABLE, seller.with("accept", "image/png").get(path));
        seen.put(ProblemType.INVALID_TRANSITION, seller.post(path + "/accept", "{}"));
        seen.put(ProblemType.APPEAL_ALREADY_EXISTS, seller.post("/v1/appeals", Bodies.opening(listing)));
        seen.put(ProblemType.EVIDENCE_ELSEWHERE, seller.get(path + "/evidence/" + evidenceId + "/content"));
        seen.put(
                ProblemType.VERSION_MISMATCH,
                seller.with("if-match", "\"9\"").post(path + "/messages", "{\"body\": \"x\"}"));
        seen.put(ProblemType.TOO_LARGE, seller.post(path + "/messages", "{\"body\": \"" + "x".repeat(300_000) + "\"}"));
        seen.put(
                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                seller.with("content-type", "text/plain").send("POST", path + "/messages", "x"));
        seen.put(ProblemType.RULE_VIOLATED, seller.post(path + "/submit", Bodies.TRUTH));
        seen.put(ProblemType.IDEMPOTENCY_KEY_REUSED, keyed.post(path + "/messages", "{\"body\": \"two\"}"));
        seen.put(ProblemType.RATE_LIMITED, tooMany());
        seen.put(ProblemType.INTERNAL, failing(path));
        api.log().takeNone("more commands are waiting than can be decided soon");
        seen.put(ProblemType.NOT_READY, seller.post(path + "/messages", "{\"body\": \"x\"}"));

        // A simulation that takes too long needs a log that is read: see PolicySimulationStoryTest.
        assertThat(seen.keySet()).isEqualTo(EnumSet.complementOf(EnumSet.of(ProblemType.SIMULATION_TOO_LONG)));
        seen.forEach((type, answer) -> answer.isProblem(type.status().getCode(), type.slug()));
    }

    private static Answer tooMany() {
        try (RunningApi strict =
                RunningApi.start(Map.of("appeals.http.rate.per-second", "1", "appeals.http.rate.burst", "2"))) {
            Person analyst = strict.with("analyst", "an-1");
            analyst.get("/v1/categories").isOk();
            analyst.get("/v1/categories").isOk();
            Answer refused = analyst.get("/v1/categories");
            assertThat(refused.header("retry-after")).isEqualTo("1");
            strict.with("analyst", "an-2").get("/v1/categories").isOk();
            return refused;
        }
    }

    /** A fault of the program itself. */
    private Answer failing(String path) {
        api.queries().fail(true);
        Answer failed = seller.get(path);
        api.queries().fail(false);
        assertThat(failed.body()).doesNotContain("Exception", "at io.", "secret");
        return failed;
    }

    @Test
    void everyKindIsExplainedAtThePathThatItNames() {
        JsonNode all = api.anybody().get("/problems").isOk().json();
        assertThat(all).hasSize(ProblemType.values().length);
        Arrays.stream(ProblemType.values()).forEach(type -> {
            Answer page = api.anybody().get(type.path()).isOk();
            assertThat(page.text("/explanation")).isNotBlank();
            assertThat(page.json().at("/status").asInt())
                    .isEqualTo(type.status().getCode());
        });
        api.anybody().get("/problems/none-such").isProblem(404, "not-found");
    }

    @Test
    void aFileIsToldWhatToSendInstead() {
        String id = seller.post("/v1/appeals", Bodies.opening(listing)).is(201).text("/appealId");
        Answer refused = seller.with("content-type", "multipart/form-data; boundary=x")
                .send("POST", "/v1/appeals/" + id + "/evidence", "--x--")
                .isProblem(415, "unsupported-media-type");
        assertThat(refused.text("/detail")).contains("sha256", "location");
    }

    @Test
    void aCommandThatCannotBeTakenNowNamesItsIdAndWhenToRepeatIt() {
        String id = seller.post("/v1/appeals", Bodies.opening(listing)).is(201).text("/appealId");
        api.log().takeNone("the owner of the appeal is recovering");
        Answer refused = seller.with("idempotency-key", "k-7")
                .post("/v1/appeals/" + id + "/messages", "{\"body\": \"x\"}")
                .isProblem(503, "not-ready");
        assertThat(refused.header("retry-after")).isEqualTo("2");
        assertThat(refused.text("/commandId")).isEqualTo("k-7");
    }

    @Test
    void anOwnerWhoStaysSilentLeadsToTheCommandsOwnPage() {
        String id = seller.post("/v1/appeals", Bodies.opening(listing)).is(201).text("/appealId");
        api.log().beSilent(true);
        Answer pending = seller.post("/v1/appeals/" + id + "/messages", "{\"body\": \"x\"}")
                .is(202);
        assertThat(pending.header("location")).isEqualTo("/v1/commands/" + pending.text("/commandId"));
    }

    @Test
    void aQueryThatCannotBeAnsweredCompletelySaysHowFarItIs() {
        api.queries().notReady("restored 81 %");
        Answer refused = seller.get("/v1/appeals").isProblem(503, "not-ready");
        assertThat(refused.text("/detail")).contains("restored 81 %");
        assertThat(refused.header("retry-after")).isEqualTo("3");
        Answer health = api.anybody().get("/health/readiness").is(503);
        assertThat(health.body()).contains("restored 81 %");
        api.anybody().get("/health/liveness").isOk();
    }

    @Test
    void headersAndParametersThatHaveNoValidFormAreNamed() {
        String path = "/v1/appeals/" + UUID.randomUUID();
        isMalformed(seller.with("if-match", "3").post(path + "/messages", "{\"body\": \"x\"}"), "If-Match");
        isMalformed(seller.with("if-match", "*").post(path + "/messages", "{\"body\": \"x\"}"), "If-Match");
        isMalformed(
                seller.with("idempotency-key", "a b").post(path + "/messages", "{\"body\": \"x\"}"), "Idempotency-Key");
        isMalformed(seller.with("x-acting-as", "king").post(path + "/messages", "{\"body\": \"x\"}"), "X-Acting-As");
        isMalformed(seller.get("/v1/appeals?limit=201"), "limit");
        isMalformed(seller.get("/v1/appeals?limit=many"), "limit");
        isMalformed(seller.get("/v1/appeals?status=LOST"), "status");
        isMalformed(seller.get("/v1/appeals?sort=name"), "sort");
        isMalformed(seller.get("/v1/appeals?cursor=xyz"), "cursor");
        isMalformed(seller.get("/v1/appeals?colour=red"), "colour");
        isMalformed(seller.get(path + "?minVersion=x"), "minVersion");
        isMalformed(seller.get(path + "?asOf=yesterday"), "asOf");
    }

    private static void isMalformed(Answer answer, String name) {
        assertThat(answer.isProblem(400, "malformed").text("/errors/0/pointer")).isEqualTo(name);
    }

    @Test
    void aCallerActsOnlyInRolesThatTheTokenHas() {
        String id = seller.post("/v1/appeals", Bodies.opening(listing)).is(201).text("/appealId");
        reviewer.with("x-acting-as", "supervisor")
                .post("/v1/appeals/" + id + "/messages", "{\"body\": \"x\"}")
                .isProblem(403, "forbidden");
    }
}
