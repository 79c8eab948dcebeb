package io.appeals.api.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The operators' own programs, as Debian's packages install them. A test that needs one is skipped where it is missing. */
enum Tool {
    PROMETHEUS("prometheus"),
    PROMTOOL("promtool"),
    ALERTMANAGER("prometheus-alertmanager", "alertmanager"),
    AMTOOL("amtool");

    private final List<String> names;

    Tool(String... names) {
        this.names = List.of(names);
    }

    /** Where it is; skips the test if it is nowhere. */
    String path() {
        Optional<Path> found = names.stream()
                .flatMap(name -> Stream.of(System.getenv("PATH").split(":"))
                        .map(folder -> Path.of(folder).resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(
                found.isPresent(),
                () -> names.getFirst()
                        + " is not on the PATH; on Debian: apt-get install prometheus prometheus-alertmanager");
        return found.orElseThrow().toString();
    }

    /** Runs it to its end, which must be a good one. */
    String run(String... arguments) {
        return run(Path.of("/dev/null"), arguments);
    }

    /** What it has to say against metrics as they are shown to Prometheus. */
    String checkMetrics(Path metrics) {
        return run(metrics, "check", "metrics");
    }

    private String run(Path input, String... arguments) {
        List<String> command = new ArrayList<>(List.of(path()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(input.toFile())
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
            return said;
        } catch (IOException e) {
            throw new AssertionError(command + " could not be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
