package io.appeals.api.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("broker")
@Timeout(60)
class EmbeddedBrokerTest {
    /** Generous: it takes 3 s on two idle cores, and 12 s where the dead broker's session has to run out by default. */
    private static final Duration LONGEST_START_AFTER_KILL = Duration.ofSeconds(9);

    @TempDir
    Path folder;

    @Test
    void theLogOfABrokerThatWasKilledIsThereWhenItStartsAgain() throws Exception {
        try (BrokerProcess killed = BrokerProcess.start(folder)) {
            LogProbe probe = new LogProbe(killed.bootstrapServers());
            probe.createTopic("kept");
            probe.writeInOneTransaction("kept", "before the kill");
            killed.kill();
        }

        Instant restart = Instant.now();
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
            assertThat(Duration.between(restart, Instant.now())).isLessThan(LONGEST_START_AFTER_KILL);
            LogProbe probe = new LogProbe(broker.bootstrapServers());
            probe.writeInOneTransaction("kept", "after it");
            assertThat(probe.committed("kept")).containsExactly("before the kill", "after it");
        }
    }

    @Test
    void aFolderInUseByAnotherProcessIsRefusedNamingThatProcess() throws Exception {
        try (BrokerProcess other = BrokerProcess.start(folder)) {
            assertThatThrownBy(() -> EmbeddedBroker.start(folder, 0))
                    .isInstanceOf(BrokerStartException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("in use by process " + other.pid());
        }
    }

    @Test
    void aBusyPortIsRefusedAndTheFolderLeftUntouched() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(LoopbackPort.HOST))) {
            assertThatThrownBy(() -> EmbeddedBroker.start(folder, taken.getLocalPort()))
                    .isInstanceOf(BrokerStartException.class)
                    .hasMessageContaining("port " + taken.getLocalPort())
                    .hasMessageContaining("busy");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aClosedBrokerFreesItsPortAndItsFolder() {
        int port = LoopbackPort.findFree();
        EmbeddedBroker.start(folder, port).close();

        try (EmbeddedBroker again = EmbeddedBroker.start(folder, port)) {
            assertThat(again.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
        }
    }

    @Test
    void aMisspeltTopicIsNotCreated() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
            LogProbe probe = new LogProbe(broker.bootstrapServers());
            probe.createTopic("appeals");

            assertThatThrownBy(() -> probe.lookForPartitions("apeals", Duration.ofSeconds(2)))
                    .isInstanceOf(TimeoutException.class);

            assertThat(probe.topics()).containsExactly("appeals");
        }
    }
}
