package io.appeals.api.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A node with a wrong setting does not start, and says which it is and what was expected. */
class SettingsCheckTest {

    @Test
    void theDefaultsAreSound() {
        assertThatCode(() -> check(Map.of())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "appeals.http.host | 203.0.113.7 | an address of this machine",
                "appeals.http.host | no.such.host.invalid | an address of this machine",
                "appeals.http.port | 99999 | from -1 to 65535",
                "appeals.http.max-body-size | banana | a size such as",
                "appeals.http.max-body-size | -1KB | a size such as",
                "appeals.http.rate.per-second | abc | from 1 to",
                "appeals.http.rate.burst | 0 | from 1 to",
                "appeals.security.jwks-url | ftp://keys | such as https://",
                "appeals.security.dev-tokens | maybe | was expected",
                "appeals.commands.answer-within | -5s | a length of time",
                "appeals.stream.lifetime | soon | a length of time",
                "appeals.kafka.partitions | 0 | from 1 to 1000",
                "appeals.kafka.properties | no/such.properties | a file that exists",
                "appeals.webhooks.retry-pauses | 0s,never | separated by commas",
                "appeals.webhooks.allowed-networks | 10.0.0.0/99 | such as 10.20.0.0/16",
                "appeals.webhooks.allowed-networks | example.com | such as 10.20.0.0/16",
                "appeals.alertmanager.url | nope | such as http://am-1:9093"
            })
    void aWrongSettingIsNamedWithWhatWasExpected(String key, String value, String expected) {
        assertThatThrownBy(() -> check(Map.of(key, value)))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith(key + " (APPEALS_")
                .hasMessageContaining(expected);
    }

    @Test
    void aVariableThatLooksLikeASettingAndIsNoneIsNoticed() {
        Map<String, String> environment = Map.of(
                "APPEALS_HTTP_PROT", "80",
                "APPEALS_HTTP_PORT", "80",
                "APPEALS_JAVA_OPTS", "-Xmx1g",
                "APPEALS_KAFKA_CLIENT_SECURITY_PROTOCOL", "SSL",
                "HOME", "/");

        assertThat(SettingsCheck.unknownVariables(environment)).containsExactly("APPEALS_HTTP_PROT");
    }

    private static void check(Map<String, Object> settings) {
        try (ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .banner(false)
                .properties(settings)
                .propertySources(Settings.defaults())
                .build()) {
            SettingsCheck.requireSound(context.getEnvironment().start());
        }
    }
}
