package io.appeals.api.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Kafka's own image serves as the embedded broker does, whichever the rest of the run is on. */
@NeedsDockerEngine
@Timeout(60)
class ContainerBrokerTest {
    private static LogProbe probe;

    @BeforeAll
    static void aBrokerInAContainer() {
        probe = new LogProbe(ContainerBroker.start());
    }

    @Test
    void whatATransactionWroteIsReadBack() throws Exception {
        probe.createTopic("written-and-read");

        probe.writeInOneTransaction("written-and-read", "one", "two");

        assertThat(probe.committed("written-and-read")).containsExactly("one", "two");
    }

    @Test
    void theSettingsThatMatterReachIt() throws Exception {
        for (var setting : BrokerSettings.ofASingleNode().entrySet()) {
            assertThat(probe.brokerSetting(setting.getKey()))
                    .as(setting.getKey())
                    .isEqualTo(setting.getValue());
        }
    }
}
