package io.appeals.api.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PrincipalTest {

    @Test
    void whoLogsInWithANameHasThatName() {
        assertThat(
                        Principal.of(
                                Map.of(
                                        "sasl.jaas.config",
                                        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"appeals\" password=\"x;y\";")))
                .isEqualTo("User:appeals");
    }

    @Test
    void whoComesWithACertificateOrATokenIsKnownToTheClusterAlone() {
        assertThat(Principal.of(Map.of("security.protocol", "SSL"))).isEqualTo(Principal.UNKNOWN);
        assertThat(
                        Principal.of(
                                Map.of(
                                        "sasl.jaas.config",
                                        "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required clientId=\"a\";")))
                .isEqualTo(Principal.UNKNOWN);
        assertThat(Principal.of(Map.of("sasl.jaas.config", "nonsense"))).isEqualTo(Principal.UNKNOWN);
    }
}
