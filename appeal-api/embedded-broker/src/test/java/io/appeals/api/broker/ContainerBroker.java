package io.appeals.api.broker;

import com.github.dockerjava.api.DockerClient;
import java.io.IOException;
import java.util.Locale;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.kafka.KafkaContainer;

/** Kafka's own image, set as the embedded broker is where it matters. Testcontainers removes it with the JVM. */
final class ContainerBroker {
    static final String IMAGE = "apache/kafka:4.3.1";

    private ContainerBroker() {}

    /**
     * Does a Docker engine answer that has the image? Asked beside Testcontainers' own client, which would try to
     * download its helpers first.
     */
    static boolean isAvailable() {
        try (DockerClient docker = DockerClientProviderStrategy.getClientForConfig(
                DockerClientFactory.instance().getTransportConfig())) {
            docker.inspectImageCmd(IMAGE).exec();
            return true;
        } catch (IOException | RuntimeException noEngineOrNoImage) {
            return false;
        }
    }

    static String start() {
        @SuppressWarnings("resource") // lives as long as the JVM
        KafkaContainer container = new KafkaContainer(IMAGE);
        BrokerSettings.ofASingleNode()
                .forEach((setting, value) -> container.withEnv(asEnvironmentVariable(setting), value));
        container.start();
        return container.getBootstrapServers();
    }

    /** The image's way to name a setting: {@code log.segment.bytes} is {@code KAFKA_LOG_SEGMENT_BYTES}. */
    static String asEnvironmentVariable(String setting) {
        return "KAFKA_" + setting.replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
