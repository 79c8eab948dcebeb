package io.appeals.api.rights;

import io.appeals.api.broker.RecordingAuthorizer;
import io.appeals.api.broker.SecuredBroker;
import io.appeals.api.cli.Appeals;
import io.appeals.api.http.RunningApi;
import io.appeals.api.time.ProductTime;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A secured cluster whose operator has done what the page says. */
final class SecuredCluster implements AutoCloseable {

    static final String PRODUCT = "appeals";
    private static final String PASSWORD = "of-everybody-in-this-test";

    private final SecuredBroker broker;
    private final KafkaTools tools;

    private SecuredCluster(SecuredBroker broker, KafkaTools tools) {
        this.broker = broker;
        this.tools = tools;
    }

    static SecuredCluster start(Path folder) throws IOException, InterruptedException {
        SecuredBroker broker = SecuredBroker.start(folder);
        return new SecuredCluster(broker, new KafkaTools(broker, folder));
    }

    /** Somebody with the rights that these files grant. */
    void add(String user, ShippedAcls... grants) throws IOException, InterruptedException {
        tools.addUser(user, PASSWORD);
        for (ShippedAcls acls : grants) {
            tools.apply(acls, user);
        }
    }

    /** A node that logs in as the product. */
    RunningApi node(Map<String, Object> further) {
        Map<String, Object> settings = new HashMap<>(further);
        settings.put("appeals.kafka.bootstrap-servers", bootstrapServers());
        settings.put("appeals.kafka.partitions", 2);
        broker.user(PRODUCT, PASSWORD).forEach((name, value) -> settings.put("appeals.kafka.client." + name, value));
        return RunningApi.onLog(settings, ProductTime.ofTheMachine());
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** The file that a user's tools and nodes are given. */
    private Path properties(String user) throws IOException {
        return tools.properties(user, broker.user(user, PASSWORD));
    }

    Admin administrator() {
        return Admin.create(settings(broker.administrator()));
    }

    Admin admin(String user) {
        return Admin.create(settings(broker.user(user, PASSWORD)));
    }

    /** As Kafka's producers are unless they are told otherwise. */
    KafkaProducer<String, byte[]> producer(String user) {
        return new KafkaProducer<>(
                settings(broker.user(user, PASSWORD)), new StringSerializer(), new ByteArraySerializer());
    }

    /** Asks for nothing but to write to a topic. The usual one would be refused before it comes to that. */
    KafkaProducer<String, byte[]> plainestProducer(String user) {
        Map<String, Object> settings = settings(broker.user(user, PASSWORD));
        settings.put("enable.idempotence", false);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** A member of a group. */
    KafkaConsumer<String, byte[]> consumer(String user, String group) {
        Map<String, Object> settings = settings(broker.user(user, PASSWORD));
        settings.put("group.id", group);
        settings.put("auto.offset.reset", "earliest");
        settings.put("isolation.level", "read_committed");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> settings(Map<String, String> login) {
        Map<String, Object> settings = new HashMap<>(login);
        settings.put("bootstrap.servers", bootstrapServers());
        // As the node itself does where it asks for its rights.
        settings.put("retry.backoff.ms", 10);
        return settings;
    }

    /**
     * Runs a command as {@code ./appeals} does for a user.
     *
     * @param said takes what it prints, whether it succeeds or fails
     * @return its exit code
     */
    int run(String user, Writer said, String... arguments) throws IOException {
        PrintWriter printer = new PrintWriter(said, true);
        System.setProperty("appeals.security.jwks-url", "https://id.example/keys");
        System.setProperty("appeals.kafka.properties", properties(user).toString());
        try {
            return Appeals.commandLine().setOut(printer).setErr(printer).execute(arguments);
        } finally {
            System.clearProperty("appeals.kafka.properties");
            System.clearProperty("appeals.security.jwks-url");
        }
    }

    /** What was asked about a user, and how it was answered. */
    List<RecordingAuthorizer.Asked> askedOf(String user) {
        return broker.askedOf(user);
    }

    @Override
    public void close() {
        broker.close();
    }
}
