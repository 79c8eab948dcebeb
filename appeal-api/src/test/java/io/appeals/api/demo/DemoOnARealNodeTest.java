package io.appeals.api.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.api.Application;
import io.appeals.api.broker.KafkaBroker;
import io.appeals.api.settings.Setting;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Tag("broker")
class DemoOnARealNodeTest {

    @RegisterExtension
    static final KafkaBroker broker = KafkaBroker.shared();

    @TempDir
    Path data;

    /** Every answer of the API is compared with what the scenario says, so exit code 0 says that all were right. */
    @Test
    void theRealNodeAnswersEverythingAsTheDemoExpects() {
        StringWriter out = new StringWriter();
        try (Application node = Application.start(Map.of(
                Setting.HTTP_PORT.key(),
                -1,
                Setting.KAFKA_BOOTSTRAP_SERVERS.key(),
                broker.bootstrapServers(),
                Setting.DATA.key(),
                data.toString(),
                Setting.NODE_ID.key(),
                "demo-test",
                Setting.SECURITY_DEV_TOKENS.key(),
                true))) {
            int exitCode = new CommandLine(new DemoCommand())
                    .setOut(new PrintWriter(out))
                    .execute("--url", node.uri().toString(), "--appeals", "60", "--rate", "200");

            assertThat(exitCode).as(out.toString()).isZero();
            assertThat(out.toString()).contains("appeals: 60 begun", "refused 0, errors 0");
        }
    }
}
