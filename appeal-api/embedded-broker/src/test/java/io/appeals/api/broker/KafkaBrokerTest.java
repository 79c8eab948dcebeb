package io.appeals.api.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Holds for whichever broker the run is on. */
@Tag("broker")
@Tag("representative")
@Timeout(60)
class KafkaBrokerTest {
    @RegisterExtension
    static final KafkaBroker broker = KafkaBroker.shared();

    @Test
    void whatATransactionWroteIsReadBack() throws Exception {
        LogProbe probe = new LogProbe(broker.bootstrapServers());
        probe.createTopic("written-and-read");

        probe.writeInOneTransaction("written-and-read", "one", "two");

        assertThat(probe.committed("written-and-read")).containsExactly("one", "two");
    }

    @Test
    void everyTestOfTheRunGetsTheSameBroker() {
        assertThat(KafkaBroker.shared().bootstrapServers()).isEqualTo(broker.bootstrapServers());
    }

    @Test
    void theSettingsThatMatterReachIt() throws Exception {
        LogProbe probe = new LogProbe(broker.bootstrapServers());

        for (var setting : BrokerSettings.ofASingleNode().entrySet()) {
            assertThat(probe.brokerSetting(setting.getKey()))
                    .as(setting.getKey())
                    .isEqualTo(setting.getValue());
        }
    }
}
