package io.appeals.api.cli.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.api.cli.Appeals;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportCommandTest {

    private final StringWriter err = new StringWriter();

    private int export(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "export";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Appeals.commandLine().setErr(new PrintWriter(err, true)).execute(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"appeals.nonsense.v1", "appeals.webhooks.v1"})
    void aTopicThatIsNotForAnalystsIsWrongUsage(String topic) {
        assertThat(export("--topic", topic)).isEqualTo(2);

        assertThat(err.toString())
                .contains("'" + topic + "' is no topic that is exported, which are appeals.status.v1,");
    }

    @Test
    void aFormatThatThereIsNotIsWrongUsage() {
        assertThat(export("--format", "xlsx")).isEqualTo(2);

        assertThat(err.toString()).contains("--format", "xlsx", "PARQUET, CSV, NDJSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-13-01", "2026-11-01T08:00", "01.11.2026"})
    void aTimeOfAnotherFormIsToldWithTheRightOne(String time) {
        assertThat(export("--from", time)).isEqualTo(2);

        assertThat(err.toString())
                .contains("'--from'", "'" + time + "' is neither a date such as 2026-11-01 nor a time such as");
    }

    @Test
    void aWindowThatEndsBeforeItBeginsIsWrongUsage() {
        assertThat(export("--from", "2026-11-02", "--to", "2026-11-02")).isEqualTo(2);

        assertThat(err.toString()).contains("--from must be before --to");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-01, 2026-11-01T00:00:00Z",
        "2026-11-01T08:00:00Z, 2026-11-01T08:00:00Z",
        "2026-11-01T08:00:00+02:00, 2026-11-01T06:00:00Z"
    })
    void aDateIsItsBeginningInUtc(String text, Instant meant) {
        assertThat(new MomentConverter().convert(text)).isEqualTo(meant);
    }
}
