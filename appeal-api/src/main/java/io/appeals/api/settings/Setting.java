package io.appeals.api.settings;

import java.util.Locale;

/**
 * Every setting of a node: its key, its default and what it means. A setting is given as a property of the start, as a
 * system property of the same name, or as the environment variable {@link #environmentVariable()}. What stands below
 * {@link #KAFKA_CLIENT_PREFIX} goes to every Kafka client as it is, and wins over {@link #KAFKA_PROPERTIES}.
 */
public enum Setting {
    HTTP_HOST(
            "appeals.http.host",
            "127.0.0.1",
            SettingForm.OWN_ADDRESS,
            "Address to listen on; 0.0.0.0 for every interface."),
    HTTP_PORT(
            "appeals.http.port",
            "8080",
            SettingForm.numberBetween(-1, 65_535),
            "Port to listen on; 0 for any free one."),
    HTTP_MAX_BODY_SIZE(
            "appeals.http.max-body-size",
            "256KB",
            SettingForm.SIZE,
            "The longest body of one request. A stream of commands may be endless; only its lines are bounded."),
    HTTP_STREAM_IN_FLIGHT(
            "appeals.http.stream-in-flight",
            "1024",
            SettingForm.numberBetween(1, 1_000_000),
            "How many commands of one stream (POST /v1/commands) are under way at a time."),
    HTTP_RATE_PER_SECOND(
            "appeals.http.rate.per-second",
            "2000",
            SettingForm.numberBetween(1, 1_000_000),
            "Requests a second that one caller may send for as long as it likes. A stream of commands counts as one."),
    HTTP_RATE_BURST(
            "appeals.http.rate.burst",
            "4000",
            SettingForm.numberBetween(1, 1_000_000),
            "Requests that one caller may send at once after a pause."),

    SECURITY_JWKS_URL(
            "appeals.security.jwks-url",
            "",
            SettingForm.URL,
            "Where the public keys (RS256, ES256) are that callers' tokens are signed with."),
    SECURITY_ISSUER("appeals.security.issuer", "", "The 'iss' that tokens must carry, if any."),
    SECURITY_AUDIENCE("appeals.security.audience", "", "The 'aud' that tokens must carry, if any."),
    SECURITY_DEV_TOKENS(
            "appeals.security.dev-tokens",
            "false",
            SettingForm.FLAG,
            "Whether the node signs tokens itself for whoever asks (POST /v1/dev/token). For a trial on one's own machine only."),
    SECURITY_DEV_TOKEN_LIFETIME(
            "appeals.security.dev-token-lifetime", "30d", SettingForm.DURATION, "How long such a token is valid."),

    NODE_ID(
            "appeals.node.id",
            "node-1",
            SettingForm.NAME,
            "Names this node in its cluster; keeps its partitions over a restart."),
    DATA(
            "appeals.data",
            "data",
            SettingForm.NAME,
            "Folder for what the node keeps between starts. Everything in it but 'keys' can be rebuilt."),
    CATALOGUE(
            "appeals.catalogue",
            "",
            "YAML file with the categories and the evidence that each asks for; the one that comes with the product, when left out."),
    SLA_POLICIES(
            "appeals.sla.policies",
            "",
            "YAML file with the SLA policies and business calendars; those that come with the product, when left out."),
    PLATFORMS(
            "appeals.platforms",
            "",
            "YAML file with the platforms that send commands by topics of their own, and whom each may act as; none, when left out."),
    SLA_SIMULATION_WITHIN(
            "appeals.sla.simulation-within",
            "1m",
            SettingForm.DURATION,
            "How long a comparison of policies over the log (POST /v1/sla/simulations) may take."),
    KAFKA_BOOTSTRAP_SERVERS(
            "appeals.kafka.bootstrap-servers", "127.0.0.1:9092", SettingForm.NAME, "Brokers to begin with."),
    KAFKA_PARTITIONS(
            "appeals.kafka.partitions",
            "12",
            SettingForm.numberBetween(1, 1_000),
            "Partitions of topics that do not exist yet; existing ones keep theirs."),
    KAFKA_REPLICATION_FACTOR(
            "appeals.kafka.replication-factor",
            "-1",
            SettingForm.numberBetween(-1, Short.MAX_VALUE),
            "Copies of topics that do not exist yet; -1 for the brokers' default."),
    KAFKA_PROPERTIES(
            "appeals.kafka.properties",
            "",
            SettingForm.READABLE_FILE,
            "Properties file with settings of every Kafka client, as Kafka's own tools take it: TLS, users and passwords, for instance."),
    SCHEMA_REGISTRY_URL(
            "appeals.schema-registry.url",
            "",
            SettingForm.URL,
            "Confluent-compatible schema registry that the ids on the wire come from, such as http://registry:8080/apis/ccompat/v7; the built-in catalogue's ids, when left out. A log is kept with the ids that it was begun with."),
    SCHEMA_REGISTRY_AUTHORIZATION(
            "appeals.schema-registry.authorization",
            "",
            "What the registry wants in the header 'authorization', whole, for instance 'Basic dXNlcjpwYXNz'."),
    COMMAND_ANSWER_WITHIN(
            "appeals.commands.answer-within",
            "5s",
            SettingForm.DURATION,
            "How long a command's sender waits before it is told to ask later (202)."),
    QUERY_PATIENCE(
            "appeals.queries.patience",
            "2s",
            SettingForm.DURATION,
            "How long a query waits for a version that was asked for ('minVersion')."),
    PROJECTION_THREADS(
            "appeals.projections.threads",
            "1",
            SettingForm.numberBetween(1, 1_000),
            "Threads that fold the log into views."),

    STREAM_HEARTBEAT(
            "appeals.stream.heartbeat",
            "15s",
            SettingForm.DURATION,
            "Between signs of life on a stream (GET /v1/stream)."),
    STREAM_PATIENCE(
            "appeals.stream.patience",
            "30s",
            SettingForm.DURATION,
            "How long a client of the stream may take nothing before it is dropped."),
    STREAM_LIFETIME(
            "appeals.stream.lifetime",
            "1h",
            SettingForm.DURATION,
            "How long a stream lasts before its client has to connect again, with a token that still counts."),

    ALERTMANAGER_URL(
            "appeals.alertmanager.url",
            "",
            SettingForm.URLS,
            "Alertmanagers that every SLA alert is posted to, such as http://am-1:9093,http://am-2:9093; all members of a cluster."),
    ALERTMANAGER_RENEW_EVERY(
            "appeals.alertmanager.renew-every",
            "1m",
            SettingForm.DURATION,
            "How often alerts that are still open are posted again, for an Alertmanager that has forgotten them."),

    WEBHOOKS_ALLOW_HTTP(
            "appeals.webhooks.allow-http",
            "false",
            SettingForm.FLAG,
            "Whether webhooks may go to http:// addresses; anybody on the way can read them then."),
    WEBHOOKS_ALLOWED_NETWORKS(
            "appeals.webhooks.allowed-networks",
            "",
            SettingForm.NETWORKS,
            "Networks that webhooks may go to although they are not public, such as 10.20.0.0/16,fd00::/8."),
    WEBHOOKS_TIMEOUT(
            "appeals.webhooks.timeout",
            "15s",
            SettingForm.DURATION,
            "How long one attempt to deliver a webhook may take."),
    WEBHOOKS_RETRY_PAUSES(
            "appeals.webhooks.retry-pauses",
            "0s,5s,5m,30m,2h,5h,10h,14h,20h,24h",
            SettingForm.DURATIONS,
            "The pause before each attempt to deliver a webhook, the first included."),
    WEBHOOKS_SECRET_OVERLAP(
            "appeals.webhooks.secret-overlap",
            "24h",
            SettingForm.DURATION,
            "How long a webhook's former secret signs beside the new one after a rotation.");

    /** For instance {@code appeals.kafka.client.security.protocol=SASL_SSL}. */
    public static final String KAFKA_CLIENT_PREFIX = "appeals.kafka.client";

    private final String key;
    private final String defaultValue;
    private final SettingForm form;
    private final String meaning;

    Setting(String key, String defaultValue, String meaning) {
        this(key, defaultValue, SettingForm.TEXT, meaning);
    }

    Setting(String key, String defaultValue, SettingForm form, String meaning) {
        this.key = key;
        this.defaultValue = defaultValue;
        this.form = form;
        this.meaning = meaning;
    }

    public String key() {
        return key;
    }

    public String defaultValue() {
        return defaultValue;
    }

    /** What its text must look like. */
    SettingForm form() {
        return form;
    }

    public String meaning() {
        return meaning;
    }

    /** For instance {@code APPEALS_HTTP_MAX_BODY_SIZE}. */
    public String environmentVariable() {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
