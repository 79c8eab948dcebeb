package io.appeals.api.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A broker as it stands in a company: clients come over TLS and log in, and Kafka's own authorizer lets nobody do anything that
 * no ACL allows, but for the administrator.
 */
public final class SecuredBroker implements AutoCloseable {

    private static final String LISTENER = "SASL_SSL";
    private static final String ADMINISTRATOR = "admin";
    /** Nobody else ever learns it. */
    private static final String PASSWORD = UUID.randomUUID().toString();

    private final EmbeddedBroker broker;
    private final ServerCertificate certificate;

    private SecuredBroker(EmbeddedBroker broker, ServerCertificate certificate) {
        this.broker = broker;
        this.certificate = certificate;
    }

    /** @param folder where it keeps everything */
    public static SecuredBroker start(Path folder) throws IOException, InterruptedException {
        RecordingAuthorizer.forget();
        ServerCertificate certificate = ServerCertificate.makeIn(folder);
        return new SecuredBroker(
                EmbeddedBroker.start(folder.resolve("kafka"), 0, settings -> secured(settings, certificate)),
                certificate);
    }

    private static Map<String, String> secured(Map<String, String> usual, ServerCertificate certificate) {
        Map<String, String> settings = new HashMap<>(usual);
        for (String listeners : List.of("listeners", "advertised.listeners")) {
            settings.computeIfPresent(
                    listeners, (_, value) -> value.replace(EmbeddedBroker.CLIENT_LISTENER + "://", LISTENER + "://"));
        }
        settings.put(
                "listener.security.protocol.map",
                LISTENER + ":SASL_SSL," + EmbeddedBroker.CONTROLLER_LISTENER + ":SASL_PLAINTEXT");
        settings.put("inter.broker.listener.name", LISTENER);
        settings.put("ssl.keystore.type", "PKCS12");
        settings.put("ssl.keystore.location", certificate.keyStore().toString());
        settings.put("ssl.keystore.password", ServerCertificate.PASSWORD);
        settings.put("ssl.key.password", ServerCertificate.PASSWORD);
        settings.putAll(trust(certificate));
        users(settings);
        settings.put("authorizer.class.name", RecordingAuthorizer.class.getName());
        settings.put("super.users", "User:broker;User:" + ADMINISTRATOR);
        return settings;
    }

    /** Users are kept by the cluster itself (SCRAM), but for those that have to be there before it is. */
    private static void users(Map<String, String> settings) {
        String firstUsers =
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"broker\" password=\""
                        + PASSWORD + "\" user_broker=\"" + PASSWORD + "\" user_" + ADMINISTRATOR + "=\"" + PASSWORD
                        + "\";";
        settings.put("sasl.enabled.mechanisms", "SCRAM-SHA-512,PLAIN");
        settings.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        settings.put("sasl.mechanism.controller.protocol", "PLAIN");
        settings.put("listener.name.controller.sasl.enabled.mechanisms", "PLAIN");
        settings.put("listener.name.controller.plain.sasl.jaas.config", firstUsers);
        settings.put("listener.name.sasl_ssl.plain.sasl.jaas.config", firstUsers);
        settings.put(
                "listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    }

    private static Map<String, String> trust(ServerCertificate certificate) {
        return Map.of(
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                certificate.certificate().toString());
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** How the administrator's clients log in, who may do everything. */
    public Map<String, String> administrator() {
        return login("PLAIN", "plain.Plain", ADMINISTRATOR, PASSWORD);
    }

    /** How a user's clients log in. */
    public Map<String, String> user(String name, String password) {
        return login("SCRAM-SHA-512", "scram.Scram", name, password);
    }

    private Map<String, String> login(String mechanism, String module, String name, String password) {
        Map<String, String> settings = new HashMap<>(trust(certificate));
        settings.put("security.protocol", LISTENER);
        settings.put("sasl.mechanism", mechanism);
        settings.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security." + module + "LoginModule required username=\"" + name
                        + "\" password=\"" + password + "\";");
        return settings;
    }

    /** What was asked about a user since this broker was started, and how it was answered. */
    public List<RecordingAuthorizer.Asked> askedOf(String user) {
        return RecordingAuthorizer.askedOf(user);
    }

    @Override
    public void close() {
        broker.close();
    }
}
