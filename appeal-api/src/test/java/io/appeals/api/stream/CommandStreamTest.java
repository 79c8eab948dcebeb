package io.appeals.api.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appeals.api.http.Answer;
import io.appeals.api.http.LiveApi;
import io.appeals.api.http.Person;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Commands by the thousand: streamed both ways, in order, each line on its own. */
@Tag("broker")
@Timeout(180)
class CommandStreamTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NDJSON = "application/x-ndjson";

    @RegisterExtension
    static final LiveApi live = new LiveApi();

    private final String sellerId = "S-" + UUID.randomUUID();
    private final Person platform = live.api().with("platform", "marketplace").with("content-type", NDJSON);

    @Test
    void aWholeAppealGoesThroughOneStreamInOrder() throws IOException {
        List<JsonNode> answers = stream(
                opening("L-1"),
                line("AttachEvidence", "L-1", """
                        "kind": "PURCHASE_INVOICE", "fileName": "i.pdf", "contentType": "application/pdf", "sizeBytes": 9, "sha256": "%s",
                        "actor": {"type": "SELLER", "id": "%s"}""".formatted("0f".repeat(32), sellerId)),
                line("SubmitAppeal", "L-1", """
                        "truthDeclaration": {"accepted": true, "signer": "A"}, "actor": {"type": "SELLER", "id": "%s"}""".formatted(sellerId)),
                line("StartReview", "L-1", "\"actor\": {\"type\": \"REVIEWER\", \"id\": \"rev-1\"}"));

        assertThat(answers).extracting(answer -> answer.at("/state").asText()).containsOnly("ACCEPTED");
        assertThat(answers).extracting(answer -> answer.at("/line").asInt()).containsExactly(1, 2, 3, 4);
        assertThat(answers).extracting(answer -> answer.at("/version").asInt()).containsExactly(1, 2, 3, 4);
        assertThat(answers.getLast().at("/status").asText()).isEqualTo("UNDER_REVIEW");
    }

    @Test
    void aLineThatIsWrongFailsAloneAndSaysWhy() throws IOException {
        List<JsonNode> answers = stream(
                opening("L-2"),
                "nonsense",
                "",
                "[1]",
                "{\"type\": \"FlyToTheMoon\", \"commandId\": \"c-5\"}",
                "{\"type\": \"PostMessage\", \"body\": \"x\"}",
                line("PostMessage", "L-2", "\"body\": \"x\", \"colour\": \"red\""),
                "{\"type\": \"PostMessage\", \"x\": \"" + "y".repeat(300_000) + "\"}",
                line("PostMessage", "L-2", "\"body\": \"x\", \"actor\": {\"type\": \"SYSTEM\", \"id\": \"s\"}"),
                line("SubmitAppeal", "L-2", "\"truthDeclaration\": {\"accepted\": true, \"signer\": \"A\"}"),
                line("PostMessage", "L-2", "\"body\": \"still here\""));

        assertThat(answers)
                .extracting(answer ->
                        answer.at("/line").asInt() + " " + answer.at("/state").asText() + " "
                                + answer.at("/problem/type").asText())
                .containsExactly(
                        "1 ACCEPTED ",
                        "2 REJECTED /problems/malformed",
                        "4 REJECTED /problems/malformed",
                        "5 REJECTED /problems/malformed",
                        "6 REJECTED /problems/malformed",
                        "7 REJECTED /problems/malformed",
                        "8 REJECTED /problems/too-large",
                        "9 REJECTED /problems/malformed",
                        "10 REJECTED /problems/forbidden",
                        "11 ACCEPTED ");
        assertThat(answers.get(3).at("/commandId").asText()).isEqualTo("c-5");
        assertThat(answers.get(5).at("/problem/errors/0/pointer").asText()).isEqualTo("/colour");
    }

    @Test
    void onlyThePlatformVouchesForWhoActs() throws IOException {
        Person seller = live.api().seller(sellerId).with("content-type", NDJSON);
        Answer answer = seller.send(
                "POST",
                "/v1/commands",
                opening("L-3") + "\n"
                        + line(
                                "PostMessage",
                                "L-3",
                                "\"body\": \"x\", \"actor\": {\"type\": \"SELLER\", \"id\": \"S-other\"}"));
        List<JsonNode> answers = parsed(answer.body());
        assertThat(answers.get(0).at("/state").asText()).isEqualTo("ACCEPTED");
        assertThat(answers.get(1).at("/problem/errors/0/pointer").asText()).isEqualTo("/actor");
    }

    @Test
    void aSellersStreamTouchesTheirOwnAppealsOnly() throws IOException {
        stream(opening("L-4"));
        Person stranger = live.api().seller("S-stranger").with("content-type", NDJSON);
        Answer answer = stranger.send("POST", "/v1/commands", line("PostMessage", "L-4", "\"body\": \"x\""));
        assertThat(parsed(answer.body()).getFirst().at("/problem/type").asText())
                .isEqualTo("/problems/not-found");
    }

    /** Over a socket: Java's own client waits with the answer until it has sent everything. */
    @Test
    void aLineIsAnsweredBeforeTheNextIsSent() throws IOException {
        URI api = live.api().uri();
        try (Socket socket = new Socket(api.getHost(), api.getPort());
                BufferedReader answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
            OutputStream request = socket.getOutputStream();
            request.write("""
                    POST /v1/commands HTTP/1.1\r
                    host: localhost\r
                    authorization: Bearer %s\r
                    content-type: application/x-ndjson\r
                    transfer-encoding: chunked\r
                    \r
                    """.formatted(platform.token()).getBytes(UTF_8));
            send(request, opening("L-5"));
            assertThat(nextAnswer(answers)).contains("\"line\":1", "AppealOpened");
            send(request, line("PostMessage", "L-5", "\"body\": \"one\""));
            assertThat(nextAnswer(answers)).contains("\"line\":2", "\"version\":2");
            request.write("0\r\n\r\n".getBytes(UTF_8));
            assertThat(answers.readLine()).isEmpty();
            assertThat(answers.readLine()).isEqualTo("0");
        }
    }

    private static String nextAnswer(BufferedReader answers) throws IOException {
        String read = answers.readLine();
        while (!read.startsWith("{")) {
            read = answers.readLine();
        }
        return read;
    }

    /** One chunk of HTTP's chunked encoding. */
    private static void send(OutputStream request, String line) throws IOException {
        byte[] bytes = (line + "\n").getBytes(UTF_8);
        request.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(UTF_8));
        request.write(bytes);
        request.write("\r\n".getBytes(UTF_8));
        request.flush();
    }

    @Test
    void aStreamLargerThanAnyBufferIsAnsweredLineByLine() throws Exception {
        int count = 4_000;
        String filler = "z".repeat(4_000);
        StringBuilder body = new StringBuilder(opening("L-6")).append('\n');
        for (int i = 1; i < count; i++) {
            body.append(line("PostMessage", "L-6", "\"body\": \"" + filler + "\""))
                    .append('\n');
        }
        assertThat(body.length()).isGreaterThan(16_000_000);

        List<JsonNode> answers = parsed(
                platform.send("POST", "/v1/commands", body.toString()).isOk().body());

        assertThat(answers).hasSize(count);
        for (int i = 0; i < count; i++) {
            assertThat(answers.get(i).at("/version").asInt()).isEqualTo(i + 1);
        }
    }

    private List<JsonNode> stream(String... lines) throws IOException {
        Answer answer =
                platform.send("POST", "/v1/commands", String.join("\n", lines)).isOk();
        assertThat(answer.header("content-type")).isEqualTo(NDJSON);
        return parsed(answer.body());
    }

    private static List<JsonNode> parsed(String body) throws IOException {
        List<JsonNode> answers = new ArrayList<>();
        for (String line : body.lines().toList()) {
            answers.add(JSON.readTree(line));
        }
        return answers;
    }

    private String opening(String listing) {
        return line(
                "OpenAppeal", listing, "\"category\": \"PRODUCT_AUTHENTICITY\", \"statement\": \"They are genuine.\"");
    }

    private String line(String type, String listing, String fields) {
        return "{\"type\": \"%s\", \"sellerId\": \"%s\", \"subject\": {\"type\": \"LISTING\", \"reference\": \"%s\"}, %s}"
                .formatted(type, sellerId, listing, fields.replace("\n", " "));
    }
}
