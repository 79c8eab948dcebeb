package io.appeals.api.cli;

import io.appeals.api.time.ProductTime;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a node is run; the same options for every command that runs one. */
public final class NodeOptions {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    /** No cluster is named. */
    private static final String EMBEDDED = "";

    private static final int HIGHEST_PORT = 65_535;

    /** As the setting may say it; on the command line it is 0. */
    private static final int ANY_FREE_PORT = -1;

    private int port;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "${env:APPEALS_HTTP_PORT:-8080}",
            description = "Port of the API (default: 8080; 0 takes any free one).")
    private void port(String text) {
        try {
            port = Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "--port (APPEALS_HTTP_PORT) is '" + text + "': a number from 1 to " + HIGHEST_PORT
                            + " was expected, or 0 for any free one");
        }
    }

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            defaultValue = "9092",
            description = "Port of the embedded Kafka broker (default: 9092; 0 takes any free one).")
    private int kafkaPort;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "${env:APPEALS_DATA:-data}",
            description = "Where everything is kept (default: ./data). One node at a time uses it.")
    private Path data = Path.of("data");

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT[,...]",
            defaultValue = "${env:APPEALS_KAFKA_BOOTSTRAP_SERVERS:-" + EMBEDDED + "}",
            description = "Use this Kafka cluster rather than the embedded broker.")
    private String bootstrapServers = EMBEDDED;

    @Option(
            names = "--node-id",
            paramLabel = "NAME",
            defaultValue = "${env:APPEALS_NODE_ID:-node-1}",
            description =
                    "Names this node in its cluster (default: node-1). Keep it over restarts; no two may share it.")
    private String nodeId = "node-1";

    @Option(
            names = "--ready-file",
            paramLabel = "FILE",
            description = "Write {\"apiUrl\", \"bootstrapServers\", \"pid\"} to this file once the node serves.")
    private @Nullable Path readyFile;

    private int timeFactor = 1;

    @Option(
            names = "--time-factor",
            paramLabel = "N",
            defaultValue = "${env:APPEALS_TIME_FACTOR:-1}",
            description =
                    "Let the product's time run N times as fast as the machine's (default: 1); with 1440 a day passes in a"
                            + " minute. For trials with the embedded broker only. What is in the data folder stays ahead for good.")
    private void timeFactor(int factor) {
        if (factor < 1 || factor > ProductTime.FASTEST) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "--time-factor (APPEALS_TIME_FACTOR) is a whole number from 1 to " + ProductTime.FASTEST
                            + ", a day a second, but is " + factor);
        }
        timeFactor = factor;
    }

    /** @throws CannotRun naming the first option that makes none */
    void requireSense() {
        requirePort("--port", port);
        requirePort("--kafka-port", kafkaPort);
        if (nodeId.isBlank()) {
            throw new CannotRun("--node-id must not be empty");
        }
    }

    private static void requirePort(String option, int port) {
        if (port < ANY_FREE_PORT || port > HIGHEST_PORT) {
            throw new CannotRun(option + " " + port + " is no port: a number from 1 to " + HIGHEST_PORT
                    + " was expected, or 0 for any free one");
        }
    }

    int port() {
        return port;
    }

    int kafkaPort() {
        return kafkaPort;
    }

    Path data() {
        return data;
    }

    String nodeId() {
        return nodeId;
    }

    @Nullable
    Path readyFile() {
        return readyFile;
    }

    /** How many times as fast as the machine's the product's time runs. */
    public int timeFactor() {
        return timeFactor;
    }

    /** @throws CannotRun when time is to run faster on a cluster */
    void requireUsualTime() {
        if (timeFactor != 1) {
            throw new CannotRun(
                    "--time-factor " + timeFactor + " (or APPEALS_TIME_FACTOR) is for trials with the embedded"
                            + " broker only: on a cluster others go by the real time. Leave it out, or --bootstrap-servers");
        }
    }

    /** The cluster to use; empty for the embedded broker. */
    String bootstrapServers() {
        return bootstrapServers.strip();
    }

    boolean embedsBroker() {
        return bootstrapServers().isEmpty();
    }
}
