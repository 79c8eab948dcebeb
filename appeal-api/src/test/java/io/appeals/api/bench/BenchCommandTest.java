package io.appeals.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchCommandTest {

    private final StringWriter err = new StringWriter();

    private int bench(String... arguments) {
        return new CommandLine(new BenchCommand()).setErr(new PrintWriter(err)).execute(arguments);
    }

    @Test
    void aPathThatDoesNotExistIsRefusedWithThoseThatDo() {
        assertThat(bench("--paths", "http,telepathy")).isEqualTo(2);
        assertThat(err.toString()).contains("expected one of [raw, in-process, http, http-ndjson], not 'telepathy'");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThat(bench("--in-flight", "0")).isEqualTo(2);
        assertThat(bench("--seconds-per-cell", "0")).isEqualTo(2);
        assertThat(bench("--warmup", "-1")).isEqualTo(2);
        assertThat(err.toString()).contains("--seconds-per-cell must be 0.1 or more");
    }
}
