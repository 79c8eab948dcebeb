package io.appeals.api.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @Test
    void everySettingIsNamedOnceAndExplained() {
        assertThat(Arrays.stream(Setting.values()).map(Setting::key)).doesNotHaveDuplicates();
        assertThat(Setting.values()).allSatisfy(setting -> {
            assertThat(setting.key()).matches("appeals(\\.[a-z-]+)+");
            assertThat(setting.meaning()).endsWith(".");
        });
        assertThat(Setting.HTTP_MAX_BODY_SIZE.environmentVariable()).isEqualTo("APPEALS_HTTP_MAX_BODY_SIZE");
    }

    @Test
    void aSettingHasItsDefaultUnlessItIsGiven() {
        try (ApplicationContext context = context(Map.of("appeals.commands.answer-within", "750ms"))) {
            Settings settings = new Settings(context);
            assertThat(settings.duration(Setting.COMMAND_ANSWER_WITHIN)).isEqualTo(Duration.ofMillis(750));
            assertThat(settings.duration(Setting.QUERY_PATIENCE)).isEqualTo(Duration.ofSeconds(2));
            assertThat(settings.text(Setting.HTTP_HOST)).isEqualTo("127.0.0.1");
            assertThat(settings.bytes(Setting.HTTP_MAX_BODY_SIZE)).isEqualTo(256 * 1024);
            assertThat(settings.isGiven(Setting.SECURITY_JWKS_URL)).isFalse();
        }
    }

    @Test
    void whatStandsBelowTheClientPrefixGoesToEveryKafkaClient() {
        try (ApplicationContext context = context(Map.of(
                "appeals.kafka.client.security.protocol", "SASL_SSL",
                "appeals.kafka.client.sasl.mechanism", "PLAIN"))) {
            assertThat(new Settings(context).kafkaClients())
                    .containsEntry("security.protocol", "SASL_SSL")
                    .containsEntry("sasl.mechanism", "PLAIN");
        }
    }

    @Test
    void aVariableThatBeginsLikeThePrefixIsASettingOfEveryKafkaClient() {
        assertThat(Settings.clientVariables(Map.of(
                        "APPEALS_KAFKA_CLIENT_SASL_JAAS_CONFIG", "Some.Module required;",
                        "APPEALS_KAFKA_PARTITIONS", "3",
                        "HOME", "/")))
                .isEqualTo(Map.of("sasl.jaas.config", "Some.Module required;"));
    }

    @Test
    void aFileSetsEveryKafkaClientTooAndASingleSettingWinsOverIt(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("kafka.properties"), """
                # as kafka-acls.sh takes it
                security.protocol=SASL_SSL
                sasl.mechanism=SCRAM-SHA-512
                """);
        try (ApplicationContext context = context(
                Map.of("appeals.kafka.properties", file.toString(), "appeals.kafka.client.sasl.mechanism", "PLAIN"))) {
            assertThat(new Settings(context).kafkaClients())
                    .containsEntry("security.protocol", "SASL_SSL")
                    .containsEntry("sasl.mechanism", "PLAIN");
        }
    }

    @Test
    void aSettingOfTheWrongKindIsNamedWithWhatWasExpected() {
        try (ApplicationContext context = context(Map.of(
                "appeals.kafka.partitions", "a dozen",
                "appeals.queries.patience", "soon",
                "appeals.http.max-body-size", "big"))) {
            Settings settings = new Settings(context);
            assertThatThrownBy(() -> settings.number(Setting.KAFKA_PARTITIONS))
                    .isInstanceOf(InvalidSetting.class)
                    .hasMessage("appeals.kafka.partitions (APPEALS_KAFKA_PARTITIONS): 'a dozen' is no whole number");
            assertThatThrownBy(() -> settings.duration(Setting.QUERY_PATIENCE)).isInstanceOf(InvalidSetting.class);
            assertThatThrownBy(() -> settings.bytes(Setting.HTTP_MAX_BODY_SIZE)).isInstanceOf(InvalidSetting.class);
        }
    }

    private static ApplicationContext context(Map<String, Object> settings) {
        ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .banner(false)
                .properties(settings)
                .propertySources(Settings.defaults())
                .build();
        context.getEnvironment().start();
        return context;
    }
}
