package io.appeals.api.registry.configured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.appeals.api.analysts.NodeProgram;
import io.appeals.api.broker.EmbeddedBroker;
import io.appeals.api.cli.Appeals;
import io.appeals.api.http.Casework;
import io.appeals.api.http.RunningApi;
import io.appeals.api.node.OtherSchemaIdsException;
import io.appeals.api.time.ProductTime;
import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.ActorType;
import io.appeals.schema.appeal.MessageVisibility;
import io.appeals.schema.command.AppealCommand;
import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.topic.PlatformTopics;
import io.appeals.schema.topic.Topic;
import io.appeals.schema.wire.Published;
import io.appeals.schema.wire.SchemaCatalogue;
import io.appeals.schema.wire.SchemaIds.SchemaVersion;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("broker")
@Timeout(240)
@DisplayName("Ids come from the registry that is configured: Apicurio's own server")
class ApicurioRegistryTest {

    private static final String EVENTS = "appeals.events.v1-value";
    private static final PlatformTopics ACME = new PlatformTopics("acme");

    @TempDir
    Path folder;

    @Test
    void schemasAreRegisteredAndTheRegistrysIdsStandOnTheWire() throws Exception {
        try (Apicurio apicurio = Apicurio.start();
                EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
            giveAwayTheFirstIds(apicurio);
            try (RunningApi node = node(broker, apicurio.url())) {
                Casework.submitted(node);
                Casework.decided(node);

                foreignReaderCountsThem(node, broker, apicurio.url());
                foreignReaderCountsThem(
                        node, broker, node.uri().resolve("/schema-registry").toString());
                everyVersionIsRegistered(apicurio);
                aPlatformsOwnSubjectsHaveTheSameSchemas(node, apicurio);
                aPlatformsCommandIsDecidedWhicheverItsSchemasIdIs(node, broker, apicurio);
                itRefusesWhatWouldBreakReaders(apicurio);
            }
            theCommandLineReadsTheLogWithItAndNotWithout(broker, apicurio);
            aNodeWithoutItDoesNotStart(broker);
            try (RunningApi again = node(broker, apicurio.url())) {
                assertThat(appeals(again)).isEqualTo(3);
            }
        }
    }

    /** So that the registry's ids are not the catalogue's by chance. */
    private static void giveAwayTheFirstIds(Apicurio apicurio) {
        try (ConfluentRegistry registry = new ConfluentRegistry(apicurio.url(), "")) {
            for (String name : new String[] {"Parcel", "Carrier", "Depot"}) {
                registry.register(name, SchemaBuilder.record(name).fields().endRecord());
            }
        }
    }

    private RunningApi node(EmbeddedBroker broker, String registryUrl) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("appeals.kafka.bootstrap-servers", broker.bootstrapServers());
        settings.put("appeals.kafka.partitions", "4");
        settings.put("appeals.schema-registry.url", registryUrl);
        settings.put("appeals.platforms", platforms().toString());
        RunningApi node = RunningApi.onLog(settings, ProductTime.ofTheMachine());
        node.awaitReady();
        return node;
    }

    private Path platforms() {
        try {
            return Files.writeString(
                    folder.resolve("platforms.yaml"),
                    "platforms: [{name: acme, actors: [{type: PLATFORM, ids: [acme]}]}]");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int appeals(RunningApi node) {
        return node.with("analyst", "ana")
                .get("/v1/appeals?limit=200")
                .isOk()
                .json()
                .at("/items")
                .size();
    }

    private static void foreignReaderCountsThem(RunningApi node, EmbeddedBroker broker, String registryUrl)
            throws Exception {
        NodeProgram program = NodeProgram.installed(Path.of("..", "docs", "analysts", "kafkajs"));
        int counted = 0;
        for (int i = 0; i < 5 && counted != appeals(node); i++) {
            counted = new ObjectMapper()
                    .readTree(program.run("outcomes.mjs", broker.bootstrapServers(), registryUrl))
                    .at("/appeals")
                    .asInt();
        }
        assertThat(counted).isEqualTo(appeals(node)).isEqualTo(2);
    }

    private static void everyVersionIsRegistered(Apicurio apicurio) {
        try (ConfluentRegistry registry = new ConfluentRegistry(apicurio.url(), "")) {
            for (SchemaVersion version : SchemaCatalogue.builtIn().versions()) {
                assertThat(registry.find(version.subject(), version.schema()))
                        .as(version.subject() + " version " + version.version())
                        .isPresent()
                        .isNotEqualTo(java.util.OptionalInt.of(version.id()));
            }
        }
    }

    private static void aPlatformsOwnSubjectsHaveTheSameSchemas(RunningApi node, Apicurio apicurio) {
        try (ConfluentRegistry registry = new ConfluentRegistry(apicurio.url(), "")) {
            ACME.likeThoseOfAll()
                    .forEach((name, like) -> SchemaCatalogue.builtIn()
                            .versions(like.valueSubject())
                            .forEach(version -> assertThat(registry.find(Topic.valueSubject(name), version.schema()))
                                    .as(name + " version " + version.version())
                                    .isPresent()));
        }
        String subject = Topic.valueSubject(ACME.results());
        String id = node.anybody()
                .get("/schema-registry/subjects/" + subject + "/versions/latest")
                .isOk()
                .text("/id");
        assertThat(node.anybody()
                        .get("/schema-registry/schemas/ids/" + id + "/subjects")
                        .isOk()
                        .body())
                .contains(subject);
    }

    /** As a platform's serializer would: with the id that the registry has for the subject of the platform's topic. */
    private static void aPlatformsCommandIsDecidedWhicheverItsSchemasIdIs(
            RunningApi node, EmbeddedBroker broker, Apicurio apicurio) throws Exception {
        Casework appeal = Casework.opened(node);
        byte[] command = Published.COMMANDS
                .wireFormat()
                .encode(new IssuedCommand(
                        "by-acme",
                        appeal.id(),
                        null,
                        Actor.of(ActorType.PLATFORM, "acme"),
                        Instant.now(),
                        new AppealCommand.PostMessage("m-1", "By topic.", MessageVisibility.ALL)));
        SchemaVersion written = SchemaCatalogue.builtIn()
                .byId(ByteBuffer.wrap(command).getInt(1))
                .orElseThrow();
        try (ConfluentRegistry registry = new ConfluentRegistry(apicurio.url(), "")) {
            ByteBuffer.wrap(command)
                    .putInt(
                            1,
                            registry.find(Topic.valueSubject(ACME.commands()), written.schema())
                                    .orElseThrow());
        }
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(ACME.commands(), appeal.id(), command))
                    .get();
        }
        Instant until = Instant.now().plusSeconds(20);
        while (node.with("platform", "acme").get("/v1/commands/by-acme").status() != 200) {
            assertThat(Instant.now()).as("decided").isBefore(until);
            Thread.sleep(50);
        }
        assertThat(node.with("platform", "acme").get("/v1/commands/by-acme").text("/state"))
                .isEqualTo("ACCEPTED");
    }

    private static void itRefusesWhatWouldBreakReaders(Apicurio apicurio) {
        Schema oneFieldMore = SchemaBuilder.record(Published.EVENTS.name())
                .namespace(Published.EVENTS.codec().schema().getNamespace())
                .fields()
                .requiredString("addedWithoutADefault")
                .endRecord();
        try (ConfluentRegistry registry = new ConfluentRegistry(apicurio.url(), "")) {
            assertThatThrownBy(() -> registry.register(EVENTS, oneFieldMore))
                    .isInstanceOf(RegistryRefusal.class)
                    .hasMessageContaining("status 409");
        }
    }

    private static void theCommandLineReadsTheLogWithItAndNotWithout(EmbeddedBroker broker, Apicurio apicurio) {
        assertThat(verifyLog("--bootstrap-servers", broker.bootstrapServers(), "--schema-registry", apicurio.url()))
                .startsWith("0 ");
        assertThat(verifyLog("--bootstrap-servers", broker.bootstrapServers())).doesNotStartWith("0 ");
    }

    private static String verifyLog(String... options) {
        String[] command = new String[options.length + 1];
        command[0] = "verify-log";
        System.arraycopy(options, 0, command, 1, options.length);
        StringWriter out = new StringWriter();
        int code = Appeals.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(command);
        return code + " " + out;
    }

    private void aNodeWithoutItDoesNotStart(EmbeddedBroker broker) {
        assertThatThrownBy(() -> node(broker, ""))
                .isInstanceOf(OtherSchemaIdsException.class)
                .hasMessageContaining("was begun with other schema ids")
                .hasMessageContaining("appeals.schema-registry.url");
    }
}
