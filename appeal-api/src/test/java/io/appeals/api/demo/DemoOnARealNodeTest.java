package io.appeals.api.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The demo as a person starts it, with a node of its own and that node's own broker. */
@Tag("broker")
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class DemoOnARealNodeTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();

    /** Every answer of the API is compared with what the scenario says, so exit code 0 says that all were right. */
    @Test
    void theRealNodeAnswersAsTheDemoExpectsIsToldInTheReadyFileAndEndsWithThePlay() throws Exception {
        Path readyFile = folder.resolve("node.json");

        int exitCode = demo(
                "--port",
                "0",
                "--kafka-port",
                "0",
                "--data",
                folder.resolve("data").toString(),
                "--ready-file",
                readyFile.toString(),
                "--appeals",
                "60",
                "--rate",
                "200");

        assertThat(exitCode).as(out.toString()).isZero();
        assertThat(out.toString()).contains("appeals: 60 begun", "refused 0, errors 0");

        JsonNode ready = new ObjectMapper().readTree(readyFile.toFile());
        URI apiUrl = URI.create(ready.at("/apiUrl").asText());
        assertThat(out.toString())
                .contains(
                        "API " + apiUrl,
                        "Kafka " + ready.at("/bootstrapServers").asText());
        assertThat(ready.at("/pid").asLong()).isEqualTo(ProcessHandle.current().pid());
        assertThatThrownBy(() -> new Socket(apiUrl.getHost(), apiUrl.getPort()).close())
                .as("nothing listens there any more")
                .isInstanceOf(ConnectException.class);
    }

    private int demo(String... arguments) {
        return new CommandLine(new DemoCommand()).setOut(new PrintWriter(out)).execute(arguments);
    }
}
