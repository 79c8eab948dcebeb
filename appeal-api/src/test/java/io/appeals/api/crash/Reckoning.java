package io.appeals.api.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.api.cli.Appeals;
import io.appeals.schema.event.RecordedEvent;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Holds the next node on the same folder to what the one before gave its word on. */
record Reckoning(Path folder, Ledger ledger, List<Sender> senders) {

    void hold() throws Exception {
        try (NodeProcess node = NodeProcess.start(folder);
                Api api = new Api(node.apiUrl())) {
            for (Sender sender : senders) {
                sender.assertViewIsUpToDate(api);
                sender.settle(api);
            }
            assertLogHoldsWhatWasAcknowledged(LogContents.read(node.bootstrapServers()));
            assertVerifierFindsTheLogSound(node.bootstrapServers());
        }
    }

    private void assertLogHoldsWhatWasAcknowledged(LogContents log) {
        Map<String, List<RecordedEvent>> byCommand = log.byCommand();
        ledger.acknowledged().forEach((commandId, word) -> {
            assertThat(byCommand).as("the log").containsKey(commandId);
            assertThat(byCommand.getOrDefault(commandId, List.of()))
                    .as("events of %s", commandId)
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(event.appealId()).isEqualTo(word.appealId());
                        assertThat(event.version()).isEqualTo(word.version());
                    });
        });
        assertThat(byCommand.keySet()).as("commands in the log").allMatch(ledger::wasSent);
    }

    private static void assertVerifierFindsTheLogSound(String bootstrapServers) {
        StringWriter told = new StringWriter();
        int exitCode = Appeals.commandLine()
                .setOut(new PrintWriter(told))
                .setErr(new PrintWriter(told))
                .execute("verify-log", "--bootstrap-servers", bootstrapServers);
        assertThat(exitCode).as(told.toString()).isZero();
        assertThat(told.toString()).contains("The log is sound");
    }
}
