package io.appeals.api.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.api.broker.EmbeddedBroker;
import io.appeals.api.cli.Appeals;
import io.appeals.api.cli.EventsOnBroker;
import io.appeals.api.cli.SoundLog;
import io.appeals.schema.event.RecordedEvent;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On a broker of its own: it reads the one topic that all nodes share. */
@Tag("broker")
@Timeout(60)
class VerifyLogCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final SoundLog sound = SoundLog.seeded(7);
    private EmbeddedBroker broker;
    private EventsOnBroker log;

    @BeforeEach
    void anEmptyLog(@TempDir Path data) throws Exception {
        broker = EmbeddedBroker.start(data, 0);
        log = new EventsOnBroker(broker.bootstrapServers());
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    private int verify(String... more) {
        return Appeals.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments(more));
    }

    private String[] arguments(String... more) {
        List<String> all = new ArrayList<>(List.of("verify-log", "--bootstrap-servers", broker.bootstrapServers()));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    void aSoundLogIsProvedInAsManyPassesAsAsked() throws Exception {
        log.commit(sound.events());

        assertThat(verify()).isZero();
        assertThat(verify("--passes", "3")).isZero();

        assertThat(out.toString().lines())
                .filteredOn(line -> line.startsWith("The log is sound"))
                .containsExactly(
                        "The log is sound: 60 events of 5 appeals.", "The log is sound: 60 events of 5 appeals.");
    }

    @Test
    void oneEventOfOneAppealIsToldInTheSingular() throws Exception {
        log.commit(sound.events().subList(0, 1));

        assertThat(verify()).isZero();

        assertThat(out.toString()).contains("The log is sound: 1 event of 1 appeal.");
    }

    @Test
    void whatAnAbortedTransactionLeftIsNoPartOfTheLog() throws Exception {
        log.abort(sound.events());
        log.commit(sound.events());

        assertThat(verify()).isZero();
    }

    @Test
    void aBrokenAppealIsNamed() throws Exception {
        RecordedEvent last = sound.events().getLast();
        log.commit(sound.events());
        log.commit(List.of(last));

        assertThat(verify()).isEqualTo(1);

        assertThat(err.toString())
                .startsWith("appeals: appeal " + last.appealId() + " is broken at offset ")
                .contains("version " + last.version() + " (" + last.event().type() + ") comes again");
    }

    @Test
    void anEventThatCannotBeDecodedIsNamedWithItsPlace() throws Exception {
        RecordedEvent last = sound.events().getLast();
        log.commit(sound.events());
        log.commitBytes(last.appealId(), new byte[] {1, 2, 3});

        assertThat(verify()).isEqualTo(1);

        assertThat(err.toString())
                .startsWith("appeals: appeal " + last.appealId())
                .contains("offset", "partition", "cannot be decoded");
    }
}
