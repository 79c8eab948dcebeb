package io.appeals.api.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class DemoCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private FakeApi api;

    @BeforeEach
    void startApi() throws IOException {
        api = new FakeApi();
    }

    @AfterEach
    void stopApi() {
        api.close();
    }

    private int demo(String... arguments) {
        return new CommandLine(new DemoCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(failure.getMessage());
                    return 1;
                })
                .execute(arguments);
    }

    @Test
    void itPlaysAgainstANodeThatRunsAlreadyAndSaysWithWhichSeed() {
        int exitCode = demo("--url", api.uri().toString(), "--appeals", "12", "--rate", "1000", "--seed", "4711");

        assertThat(exitCode).as(out.toString() + err).isZero();
        assertThat(out.toString()).contains("--seed 4711", "appeals: 12 begun", "refused 0, errors 0");
    }

    @Test
    void itTellsWhatItHearsOfServiceLevels() {
        api.news = "id: 1\nevent: sla.warning\ndata: {\"appealId\":\"a-1\"}\n\n";

        int exitCode = demo("--url", api.uri().toString(), "--appeals", "12", "--rate", "100");

        assertThat(exitCode).as(out.toString() + err).isZero();
        assertThat(out.toString()).containsPattern("SLA: [1-9][0-9]* warnings, 0 breaches, 0 recoveries");
    }

    @Test
    void timeIsNotCompressedOnANodeThatRunsAlready() {
        assertThat(demo("--url", api.uri().toString(), "--time-factor", "60")).isEqualTo(2);
        assertThat(err.toString()).contains("--time-factor is for a node of the demo's own");
    }

    @Test
    void itEndsWithExitCode1WhenSomethingWasNotAsItShouldBe() {
        api.refused = request -> request.endsWith("/enforcements");

        int exitCode = demo("--url", api.uri().toString(), "--appeals", "12", "--rate", "1000");

        assertThat(exitCode).as(out.toString() + err).isEqualTo(1);
        assertThat(out.toString()).contains("unexpected: platform marketplace at /v1/enforcements", "HTTP 422");
    }

    @Test
    void whereNothingAnswersItSaysSo() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        int exitCode = demo("--url", "http://127.0.0.1:" + port);

        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString().strip())
                .isEqualTo("the demo cannot play against http://127.0.0.1:" + port + ": nothing answers there");
    }

    @Test
    void aRateOfNothingIsRefused() {
        assertThat(demo("--rate", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--rate must be more than 0");
    }
}
