package io.appeals.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.api.broker.FolderLock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The command line as a person meets it: help, wrong usage, and failures in one clear line. */
class AppealsTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private int run(String... arguments) {
        return Appeals.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void helpNamesEveryCommandWithWhatItDoes() {
        assertThat(run("--help")).isZero();

        assertThat(out.toString()).contains("up ", "demo ", "tail ", "export ", "verify-log ", "bench ", "Exit codes");
    }

    @Test
    void everyCommandsHelpDescribesEachOfItsOptions() {
        for (CommandLine command : Appeals.commandLine().getSubcommands().values()) {
            assertThat(command.getCommandSpec().options())
                    .as(command.getCommandName())
                    .allSatisfy(option -> assertThat(option.description()).isNotEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "demo", "tail", "export", "verify-log", "bench"})
    void aCommandsHelpShowsHowItIsUsed(String command) {
        assertThat(run(command, "--help")).isZero();

        assertThat(out.toString()).contains("Usage: appeals " + command, "Options:", "Examples:");
    }

    @Test
    void anUnknownOptionIsWrongUsage() {
        assertThat(run("up", "--kafka-prt", "9092")).isEqualTo(2);

        assertThat(err.toString())
                .startsWith("appeals: Unknown options: '--kafka-prt', '9092'; did you mean --kafka-port?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up --colour red",
                "up --port http",
                "up --port",
                "up here",
                "demo --time-factor 0",
                "tail --nonsense",
                "export --format xlsx",
                "export --from 2026-11-02 --to 2026-11-02",
                "verify-log --nonsense",
                "bench --nonsense"
            })
    void wrongUsageIsToldInALineAndWhereTheRightOneIsDescribedInAnother(String arguments) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);

        String command = arguments.substring(0, arguments.indexOf(' '));
        assertThat(err.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("appeals: "),
                        line -> assertThat(line)
                                .isEqualTo("'./appeals " + command + " --help' describes how it is used."));
    }

    @Test
    void anUnknownCommandIsToldWithTheOneThatWasMeant() {
        assertThat(run("exprot")).isEqualTo(2);

        assertThat(err.toString().lines())
                .containsExactly(
                        "appeals: Unmatched argument at index 0: 'exprot'; did you mean export?",
                        "'./appeals --help' describes how it is used.");
    }

    @Test
    void noCommandAtAllShowsTheHelp() {
        assertThat(run()).isEqualTo(2);

        assertThat(err.toString()).contains("Usage: appeals", "export ", "Exit codes");
    }

    @Test
    void aPortThatIsNoNumberIsWrongUsage() {
        assertThat(run("up", "--port", "http")).isEqualTo(2);

        assertThat(err.toString()).contains("--port", "'http'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port", "--kafka-port"})
    void aPortThatNoMachineHasIsToldInOneLine(String option) {
        assertThat(run("up", option, "99999", "--data", folder.toString())).isEqualTo(1);

        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("appeals: " + option + " 99999 is no port")
                .contains("from 1 to 65535");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "86401"})
    void aTimeFactorOutOfBoundsIsWrongUsage(String factor) {
        assertThat(run("up", "--time-factor", factor)).isEqualTo(2);

        assertThat(err.toString()).contains("--time-factor", "a whole number from 1 to 86400", "but is " + factor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "demo"})
    void fasterTimeIsRefusedOnACluster(String command) {
        assertThat(run(command, "--port", "0", "--time-factor", "60", "--bootstrap-servers", "127.0.0.1:1"))
                .isEqualTo(1);

        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("appeals: --time-factor 60")
                .contains("embedded broker only");
    }

    @Test
    void aBusyPortIsToldInOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = String.valueOf(taken.getLocalPort());

            assertThat(run("up", "--port", port, "--data", folder.toString())).isEqualTo(1);

            assertThat(err.toString().lines())
                    .singleElement()
                    .asString()
                    .startsWith("appeals: HTTP port " + port)
                    .contains("busy");
        }
    }

    @Test
    void aDataFolderInUseIsToldInOneLine() {
        try (FolderLock _ = FolderLock.acquire(folder)) {
            assertThat(run("up", "--port", "0", "--kafka-port", "0", "--data", folder.toString()))
                    .isEqualTo(1);

            assertThat(err.toString().lines())
                    .singleElement()
                    .asString()
                    .startsWith("appeals: data folder " + folder)
                    .contains("in use by process");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"up --port 0", "tail", "export", "verify-log"})
    void aClusterThatDoesNotAnswerIsToldInOneLine(String command) {
        assertThat(run((command + " --bootstrap-servers 127.0.0.1:1").split(" ")))
                .isEqualTo(1);

        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("appeals: no Kafka broker answers at 127.0.0.1:1");
    }

    @Test
    void anAddressOfAnotherFormIsToldWithTheRightOne() {
        assertThat(run("tail", "--bootstrap-servers", "nonsense")).isEqualTo(1);

        assertThat(err.toString()).contains("'nonsense' is no broker's address", "host:port");
    }
}
