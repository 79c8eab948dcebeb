package io.appeals.api.sla;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.appeals.api.http.Answer;
import io.appeals.api.http.Bodies;
import io.appeals.api.http.Person;
import io.appeals.api.http.RunningApi;
import io.appeals.api.http.SmallCluster;
import io.appeals.projections.sla.policy.yaml.PolicyFile;
import io.appeals.schema.topic.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("broker")
@Timeout(120)
@DisplayName("Other policies, tried on what has happened")
class PolicySimulationStoryTest {

    @RegisterExtension
    static final SmallCluster cluster = new SmallCluster();

    private static final int PARTITIONS = 4;
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final String YESTERDAY = NOW.minus(Duration.ofDays(1)).toString();
    private static final String STRICTER =
            shipped().replace("goal: 24h\n    calendar: elapsed\n    warnings: [{percent: 75}]", """
                    goal: 4h
                        calendar: elapsed
                        warnings: [{percent: 50}]""");

    /** Reviews that began after eight hours, after half an hour, and not yet after three hours. */
    private static String slow;

    private static String quick;
    private static String waiting;

    private final Person analyst = cluster.api().with("analyst", "ana").with("content-type", "application/yaml");

    @BeforeAll
    static void threeAppeals() {
        slow = submitted(Duration.ofHours(10));
        reviewStarted(slow, Duration.ofHours(2));
        quick = submitted(Duration.ofHours(1));
        reviewStarted(quick, Duration.ofMinutes(30));
        waiting = submitted(Duration.ofHours(3));
    }

    private static String shipped() {
        try (InputStream file =
                PolicyFile.class.getResourceAsStream("/io/appeals/projections/sla/policy/sla-policies.yaml")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String submitted(Duration ago) {
        String whose = "\"sellerId\": \"S-1\", \"subject\": {\"type\": \"LISTING\", \"reference\": \"L-%s\"}, "
                        .formatted(UUID.randomUUID())
                + "\"actor\": {\"type\": \"SELLER\", \"id\": \"S-1\"}, " + issued(ago);
        return sent(
                line("OpenAppeal", whose, """
                        {"category": "PRODUCT_AUTHENTICITY", "statement": "The goods are genuine; the invoice is attached.",
                         "planOfAction": {"rootCause": "Mixed lots.", "correctiveActions": "Checked.", "preventiveActions": "Checks."}}
                        """),
                line("AttachEvidence", whose, Bodies.evidence("PURCHASE_INVOICE")),
                line("SubmitAppeal", whose, Bodies.TRUTH));
    }

    private static void reviewStarted(String appealId, Duration ago) {
        String whose =
                "\"appealId\": \"%s\", \"actor\": {\"type\": \"REVIEWER\", \"id\": \"rita\"}, ".formatted(appealId)
                        + issued(ago);
        sent(line("StartReview", whose, "{}"));
    }

    private static String issued(Duration ago) {
        return "\"issuedAt\": \"" + NOW.minus(ago) + "\"";
    }

    private static String line(String type, String whose, String fields) {
        String more = fields.strip().replaceAll("^\\{|}$", "").replace("\n", " ");
        return "{\"type\": \"%s\", \"commandId\": \"%s\", %s%s}"
                .formatted(type, UUID.randomUUID(), whose, more.isBlank() ? "" : ", " + more);
    }

    /** @return the appeal's id */
    private static String sent(String... lines) {
        String answer = cluster.api()
                .with("platform", "market")
                .with("content-type", "application/x-ndjson")
                .post("/v1/commands", String.join("\n", lines))
                .isOk()
                .body();
        assertThat(answer.lines()).hasSize(lines.length).allMatch(line -> line.contains("\"events\""), answer);
        return answer.replaceAll("(?s).*?\"appealId\":\"([^\"]*)\".*", "$1");
    }

    private Answer simulated(String policies, String period) {
        return analyst.post("/v1/sla/simulations?" + period, policies);
    }

    private static JsonNode of(JsonNode lines, String metric) {
        return StreamSupport.stream(lines.spliterator(), false)
                .filter(line -> line.at("/metric").asText().equals(metric))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing of " + metric + " in " + lines));
    }

    @Test
    void aStricterPolicyWarnsAndBreachesMoreAndSaysWhereAndWhen() {
        JsonNode report = simulated(STRICTER, "from=" + YESTERDAY).isOk().json();

        JsonNode acknowledgement = of(report.at("/lines"), "acknowledgement");
        assertThat(acknowledgement.at("/category").asText()).isEqualTo("PRODUCT_AUTHENTICITY");
        assertThat(acknowledgement.at("/before").toString()).isEqualTo("{\"clocks\":3,\"warnings\":0,\"breaches\":0}");
        assertThat(acknowledgement.at("/after").toString()).isEqualTo("{\"clocks\":3,\"warnings\":2,\"breaches\":1}");
        assertThat(of(report.at("/metrics"), "acknowledgement").at("/after")).isEqualTo(acknowledgement.at("/after"));

        JsonNode examples = acknowledgement.at("/examples");
        assertThat(examples).hasSize(2);
        assertThat(examples.at("/0/appealId").asText()).isEqualTo(slow);
        assertThat(examples.at("/0/before").toString()).isEqualTo("{\"warnedAt\":[]}");
        assertThat(examples.at("/0/after/warnedAt/0").asText()).isEqualTo(ago(Duration.ofHours(8)));
        assertThat(examples.at("/0/after/breachedAt").asText()).isEqualTo(ago(Duration.ofHours(6)));
        assertThat(examples.at("/1/appealId").asText()).isEqualTo(waiting);
        assertThat(examples.at("/1/after/warnedAt/0").asText()).isEqualTo(ago(Duration.ofHours(1)));
        assertThat(examples.at("/1/after").has("breachedAt")).isFalse();

        JsonNode decision = of(report.at("/lines"), "decision");
        assertThat(decision.at("/before")).isEqualTo(decision.at("/after"));
        assertThat(decision.at("/examples")).isEmpty();
        assertThat(report.at("/policiesBefore").asText())
                .isEqualTo(analyst.get("/v1/sla/policies").isOk().text("/version"));
        assertThat(report.at("/policiesAfter").asText())
                .isNotEqualTo(report.at("/policiesBefore").asText());
        assertThat(report.at("/appeals").asInt()).isEqualTo(3);
        assertThat(report.at("/appealsLeftOut").asInt()).isZero();
    }

    private static String ago(Duration time) {
        return NOW.minus(time).toString();
    }

    @Test
    void onlyThePeriodCounts() {
        JsonNode before = simulated(STRICTER, "from=2020-01-01T00:00:00Z&to=2020-02-01T00:00:00Z")
                .isOk()
                .json();
        assertThat(before.at("/lines")).isEmpty();

        String sinceTwoHours = "from=" + NOW.minus(Duration.ofHours(7)) + "&to=" + NOW.minus(Duration.ofHours(5));
        JsonNode acknowledgement =
                of(simulated(STRICTER, sinceTwoHours).isOk().json().at("/lines"), "acknowledgement");
        assertThat(acknowledgement.at("/after").toString()).isEqualTo("{\"clocks\":1,\"warnings\":0,\"breaches\":1}");
    }

    @Test
    void policiesThatAreMoreGenerousOrTheSameChangeNothingHere() {
        JsonNode same = simulated(shipped(), "from=" + YESTERDAY).isOk().json();

        for (JsonNode line : same.at("/lines")) {
            assertThat(line.at("/before")).isEqualTo(line.at("/after"));
            assertThat(line.at("/examples")).isEmpty();
        }
    }

    @Test
    void nothingIsWrittenAnywhere() throws Exception {
        Map<String, Long> before = ends();

        simulated(STRICTER, "from=" + YESTERDAY).isOk();

        assertThat(ends()).isEqualTo(before);
        assertThat(analyst.get("/v1/sla/alerts").isOk().json().at("/items")).isEmpty();
    }

    /** Where each of the product's topics ends; commands of earlier tests are done with. */
    private static Map<String, Long> ends() throws Exception {
        Map<TopicPartition, OffsetSpec> asked = Arrays.stream(Topic.values())
                .flatMap(topic -> IntStream.range(0, PARTITIONS)
                        .mapToObj(number -> new TopicPartition(topic.topicName(), number)))
                .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()))) {
            var ends = admin.listOffsets(asked);
            Map<String, Long> offsets = new TreeMap<>();
            for (TopicPartition partition : asked.keySet()) {
                offsets.put(
                        partition.toString(),
                        ends.partitionResult(partition).get().offset());
            }
            return offsets;
        }
    }

    @Test
    void everyMistakeInTheFileIsNamedWithItsPlace() {
        Answer answer = simulated("""
                version: "draft"
                policies:
                  - {name: a, metric: acknowledgment, goal: 8 hours, calendar: elapsed}
                  - {name: b, metric: decision, goal: 5d, calendar: busy, colour: red}
                """, "from=" + YESTERDAY).isProblem(400, "malformed");

        assertThat(answer.json().at("/errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder(
                        "policies[0].metric", "policies[0].goal", "policies[1].calendar", "policies[1].colour");
        assertThat(answer.json().at("/errors").findValuesAsText("detail"))
                .anyMatch(detail -> detail.contains("expected a length of time such as 5d, 48h"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"policies: [ | line 1", "'' | no body", "just words | the file", "version: x | policies"})
    void whatIsNoPolicyFileIsRefused(String body, String said) {
        assertThat(simulated(body, "from=" + YESTERDAY)
                        .isProblem(400, "malformed")
                        .body())
                .contains(said);
    }

    @ParameterizedTest
    @CsvSource({
        "'', from",
        "from=yesterday, from",
        "from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z, from",
        "from=2026-01-01T00:00:00Z&to=2026-01-01T00:00:00Z, from",
        "from=2026-01-01T00:00:00Z&to=2999-01-01T00:00:00Z, to",
        "from=2026-01-01T00:00:00Z&until=2026-02-01T00:00:00Z, until"
    })
    void aPeriodThatIsNoneIsRefused(String period, String named) {
        Answer answer = simulated(STRICTER, period).isProblem(400, "malformed");
        assertThat(answer.text("/errors/0/pointer")).isEqualTo(named);
    }

    @Test
    void aFormatThatIsNotTakenIsNamedWithThoseThatAre() {
        Answer answer = cluster.api()
                .with("analyst", "ana")
                .post("/v1/sla/simulations?from=" + YESTERDAY, "{}")
                .isProblem(415, "unsupported-media-type");
        assertThat(answer.text("/detail")).contains("application/yaml");
    }

    @Test
    void onlyThoseWhoAnswerForServiceLevelsCompare() {
        for (String role : List.of("seller", "representative", "reviewer")) {
            cluster.api()
                    .with(role, role + "-1")
                    .with("content-type", "application/yaml")
                    .post("/v1/sla/simulations?from=" + YESTERDAY, STRICTER)
                    .isProblem(403, "forbidden");
        }
        for (String role : List.of("supervisor", "platform", "admin")) {
            cluster.api()
                    .with(role, role + "-1")
                    .with("content-type", "application/yaml")
                    .post("/v1/sla/simulations?from=" + YESTERDAY, STRICTER)
                    .isOk();
        }
    }

    @Test
    void aNodeRunsOneAtATimeAndTellsTheOthersToComeBack() throws Exception {
        List<Callable<Answer>> many = IntStream.range(0, 20)
                .<Callable<Answer>>mapToObj(_ -> () -> simulated(STRICTER, "from=" + YESTERDAY))
                .toList();
        List<Answer> answers;
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = people.invokeAll(many).stream().map(Future::resultNow).toList();
        }

        assertThat(answers).anyMatch(answer -> answer.status() == 200);
        List<Answer> refused =
                answers.stream().filter(answer -> answer.status() != 200).toList();
        assertThat(refused).isNotEmpty().allSatisfy(answer -> {
            answer.isProblem(503, "not-ready");
            assertThat(answer.header("retry-after")).isEqualTo("10");
            assertThat(answer.text("/detail")).contains("Another simulation is under way");
        });
        simulated(STRICTER, "from=" + YESTERDAY).isOk();
    }

    @Test
    void aLogThatTakesLongerThanItMayIsRefusedWithWhatCanBeDone() {
        try (RunningApi hasty = RunningApi.start(Map.of(
                "appeals.kafka.bootstrap-servers",
                cluster.bootstrapServers(),
                "appeals.sla.simulation-within",
                "1ms"))) {
            Answer answer = hasty.with("analyst", "ana")
                    .with("content-type", "application/yaml")
                    .post("/v1/sla/simulations?from=" + YESTERDAY, STRICTER)
                    .isProblem(422, "simulation-too-long");
            assertThat(answer.text("/detail")).contains("records", "APPEALS_SLA_SIMULATION_WITHIN");
        }
    }
}
