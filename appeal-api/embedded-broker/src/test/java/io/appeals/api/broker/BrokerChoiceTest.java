package io.appeals.api.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BrokerChoiceTest {

    @Test
    void theSystemPropertyGoesBeforeTheEnvironment() {
        assertThat(BrokerChoice.askedFor("embedded", "container")).isEqualTo("embedded");
        assertThat(BrokerChoice.askedFor(" ", "container")).isEqualTo("container");
        assertThat(BrokerChoice.askedFor(null, null)).isEmpty();
    }

    @Test
    void eitherBrokerIsForcedByItsName() {
        assertThat(BrokerChoice.named("embedded")).isEqualTo(BrokerChoice.EMBEDDED);
        assertThat(BrokerChoice.named("Container")).isEqualTo(BrokerChoice.CONTAINER);
    }

    @Test
    void anUnknownNameIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> BrokerChoice.named("redpanda"))
                .hasMessageContaining("'redpanda'")
                .hasMessageContaining("'embedded' or 'container'");
    }

    @Test
    void aSettingReachesTheImageAsAnEnvironmentVariable() {
        assertThat(ContainerBroker.asEnvironmentVariable("add.partitions.to.txn.retry.backoff.ms"))
                .isEqualTo("KAFKA_ADD_PARTITIONS_TO_TXN_RETRY_BACKOFF_MS");
    }
}
