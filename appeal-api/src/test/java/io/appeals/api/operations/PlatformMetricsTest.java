package io.appeals.api.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appeals.api.http.RunningApi;
import io.appeals.api.http.SmallCluster;
import io.appeals.api.settings.InvalidSetting;
import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.AppealId;
import io.appeals.schema.appeal.Subject;
import io.appeals.schema.appeal.SubjectType;
import io.appeals.schema.command.AppealCommand;
import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.topic.PlatformTopics;
import io.appeals.schema.wire.Published;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A node that serves platforms with topics of their own, as its operators see it. */
@Tag("broker")
class PlatformMetricsTest {

    private static final PlatformTopics ACME = new PlatformTopics("acme");
    private static final String TRUSTED_AS_SELLERS =
            "platforms: [{name: acme, actors: [{type: SELLER, ids: ['acme-*']}]}]";

    @RegisterExtension
    static final SmallCluster cluster = new SmallCluster(Map.of(
            "appeals.platforms",
            file(TRUSTED_AS_SELLERS).toString(),
            // nobody is there
            "appeals.alertmanager.url",
            "http://127.0.0.1:1"));

    private static Path file(String content) {
        try {
            Path file = Files.createTempFile("platforms", ".yaml");
            file.toFile().deleteOnExit();
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatBecomesOfAPlatformsRecordsIsCounted() throws Exception {
        assertThat(counted("passed_on") + counted("refused") + counted("unreadable"))
                .as("from the start, each from zero")
                .isZero();
        double deadLetters = deadLetters();

        send(opening("acme-1"), opening("other-1"), opening("other-2"));
        send("no command".getBytes(UTF_8));

        await(() -> counted("unreadable") == 1);
        assertThat(counted("passed_on")).isOne();
        assertThat(counted("refused")).isEqualTo(2);
        assertThat(deadLetters()).isEqualTo(deadLetters + 1);
        assertThat(scrape().sum("appeals_platform_standing_still")).isZero();
        assertThat(cluster.api()
                        .with("admin", "ada")
                        .get("/health")
                        .isOk()
                        .json()
                        .at("/details/platforms/details/platforms/0")
                        .asText())
                .isEqualTo("acme");
    }

    @Test
    void whatOnlySomeNodesHaveIsDescribedForOperatorsToo() throws IOException {
        Set<String> found = scrape().own().stream()
                .filter(name -> name.startsWith("appeals_platform_") || name.startsWith("appeals_alertmanager_"))
                .collect(Collectors.toSet());
        String page = Files.readString(Shipped.FOLDER.resolve("README.md"));

        assertThat(found).hasSize(6).allMatch(name -> page.contains("| `" + name + "` |"));
    }

    @Test
    void aNodeWithAWrongFileDoesNotStartAndSaysWhatIsWrongWhere() {
        Path wrong = file("platforms: [{name: acme, actors: [{type: SELLER}]}]");

        assertThatThrownBy(() -> RunningApi.start(Map.of("appeals.platforms", wrong.toString())))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("APPEALS_PLATFORMS")
                .hasMessageContaining("platforms[0].actors[0].ids: expected a list, but it is missing");
    }

    private static IssuedCommand opening(String seller) {
        Subject subject = Subject.of(SubjectType.LISTING, "L-1");
        return new IssuedCommand(
                "open-" + seller,
                AppealId.of(seller, subject),
                null,
                Actor.seller(seller),
                Instant.now(),
                new AppealCommand.OpenAppeal(
                        seller, subject, "PRODUCT_QUALITY", "Ours is certified.", null, List.of()));
    }

    private static void send(IssuedCommand... commands) throws Exception {
        for (IssuedCommand command : commands) {
            send(command.appealId(), Published.COMMANDS.wireFormat().encode(command));
        }
    }

    private static void send(byte[] value) throws Exception {
        send("k", value);
    }

    private static void send(String key, byte[] value) throws Exception {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", cluster.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(ACME.commands(), 0, key, value)).get();
        }
    }

    private static Scrape scrape() {
        return Scrape.of(cluster.api());
    }

    private static double counted(String outcome) {
        return scrape().sum("appeals_platform_commands_total", "platform=\"acme\"", "outcome=\"" + outcome + "\"");
    }

    private static double deadLetters() {
        return scrape().sum("appeals_dead_letters_total", "reporter=\"appeal-commands\"", "reason=\"undecodable\"");
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition) throws InterruptedException {
        Instant until = Instant.now().plusSeconds(30);
        while (!condition.holds()) {
            assertThat(Instant.now()).isBefore(until);
            Thread.sleep(50);
        }
    }
}
