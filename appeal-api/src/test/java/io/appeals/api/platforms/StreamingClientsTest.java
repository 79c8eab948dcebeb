package io.appeals.api.platforms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appeals.api.analysts.NodeProgram;
import io.appeals.api.http.SmallCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Tag("broker")
@Timeout(240)
@DisplayName("Clients that stream cases through the commands topic, as docs/platforms has them")
class StreamingClientsTest {

    private static final Path EXAMPLES = Path.of("..", "docs", "platforms");
    /** A port that nothing listens at. */
    private static final String NOWHERE = "127.0.0.1:1";

    @RegisterExtension
    static final SmallCluster cluster =
            new SmallCluster(Map.of("appeals.platforms", platformsFile().toString()));

    @TempDir
    Path folder;

    @Test
    void nodeJsCarriesCasesOutOnceAlthoughItWasKilledBeforeItKnewTheAnswers() throws IOException {
        NodeProgram program = NodeProgram.installed(EXAMPLES.resolve("kafkajs"));
        carriesOutOnce("node", (journal, cases) -> program.run("stream.mjs", arguments(journal, "node", cases)));
    }

    @Test
    void nodeJsTellsInOneLineThatNoBrokerOrNoRegistryIsAtAnAddress() {
        NodeProgram program = NodeProgram.installed(EXAMPLES.resolve("kafkajs"));
        String journal = folder.resolve("none.ndjson").toString();

        assertThat(program.refuses("stream.mjs", NOWHERE, registry(), journal, "none", "1")
                        .lines())
                .singleElement()
                .asString()
                .startsWith("Kafka at " + NOWHERE)
                .contains("cannot be used: ", "ECONNREFUSED");
        assertThat(program.refuses("stream.mjs", cluster.bootstrapServers(), NOWHERE, journal, "none", "1")
                        .lines())
                .singleElement()
                .asString()
                .startsWith("the schema registry at " + NOWHERE)
                .contains("such as http://localhost:8080/schema-registry", "cannot be used: ");
    }

    @Test
    void javaDoesSoToo() throws IOException {
        carriesOutOnce("java", (journal, cases) -> java(arguments(journal, "java", cases)));
    }

    @Test
    void aPlatformStreamsThroughTopicsOfItsOwn() throws IOException {
        Path journal = folder.resolve("own.ndjson");
        is(
                NodeProgram.installed(EXAMPLES.resolve("kafkajs"))
                        .run("stream.mjs", with(arguments(journal, "own-node", 20), "acme")),
                20);
        Path tsv = folder.resolve("own.tsv");
        is(java(with(arguments(tsv, "own-java", 20), "acme")), 20);

        assertThat(submitted("own-node", 20)).hasSize(20);
        assertThat(submitted("own-java", 20)).hasSize(20);
    }

    /** As the page has it. */
    private static Path platformsFile() {
        try {
            String page = Files.readString(EXAMPLES.resolve("README.md"));
            int begin = page.indexOf("platforms:\n");
            Path file = Files.createTempFile("platforms", ".yaml");
            file.toFile().deleteOnExit();
            return Files.writeString(file, page.substring(begin, page.indexOf("```", begin)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] with(String[] arguments, String last) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = last;
        return all;
    }

    /** From source, as the page says; with this test's class path in place of the product's. */
    private static String java(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                EXAMPLES.resolve("java").resolve("StreamCases.java").toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(Path.of("target", "stream-cases.log").toFile())
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
            return output.lines().reduce((_, last) -> last).orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    interface Client {
        String stream(Path journal, int cases);
    }

    private void carriesOutOnce(String run, Client client) throws IOException {
        Path journal = folder.resolve(run + ".ndjson");
        is(client.stream(journal, 30), 30);
        // as a kill leaves it: the last answers were not written down, one of them half
        List<String> lines = Files.readAllLines(journal);
        String cut = lines.get(50).substring(0, 20);
        Files.write(journal, lines.subList(0, 50));
        Files.writeString(journal, Files.readString(journal) + cut);

        is(client.stream(journal, 40), 40);

        assertThat(submitted(run, 40))
                .hasSize(40)
                .allSatisfy(item -> assertThat(item.at("/version").asLong())
                        .as("one event for each of its commands")
                        .isEqualTo(4));
    }

    /** The listing follows what was answered in a moment. */
    private static List<JsonNode> submitted(String run, int expected) {
        List<JsonNode> found = submitted(run);
        for (int i = 0; i < 100 && found.size() < expected; i++) {
            LockSupport.parkNanos(50_000_000);
            found = submitted(run);
        }
        return found;
    }

    private static List<JsonNode> submitted(String run) {
        JsonNode items = cluster.api()
                .with("analyst", "ana")
                .get("/v1/appeals?status=SUBMITTED&limit=200")
                .isOk()
                .json()
                .at("/items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.at("/sellerId").asText().startsWith("S-" + run + "-"))
                .toList();
    }

    private String[] arguments(Path journal, String run, int cases) {
        return new String[] {
            cluster.bootstrapServers(), registry(), journal.toAbsolutePath().toString(), run, String.valueOf(cases)
        };
    }

    private static String registry() {
        return cluster.api().uri().resolve("/schema-registry").toString();
    }

    private static void is(String printed, int cases) throws IOException {
        JsonNode told = new ObjectMapper().readTree(printed);
        assertThat(told.at("/cases").asInt()).isEqualTo(cases);
        assertThat(told.at("/commands").asInt()).isEqualTo(4 * cases);
        assertThat(told.at("/refused").asInt()).isZero();
    }
}
