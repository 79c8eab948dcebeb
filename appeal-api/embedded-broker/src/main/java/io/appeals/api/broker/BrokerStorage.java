package io.appeals.api.broker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;

/** The broker's data folder: made ready once, as {@code kafka-storage.sh format} does for a broker of its own. */
final class BrokerStorage {
    private static final String FORMATTED_MARK = "meta.properties";

    private BrokerStorage() {}

    /** Formatting that was cut short leaves no mark and is done again. */
    static void formatUnlessFormatted(Path dataFolder) {
        if (Files.exists(dataFolder.resolve(FORMATTED_MARK))) {
            return;
        }
        String folder = dataFolder.toAbsolutePath().toString();
        Formatter formatter = new Formatter()
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(EmbeddedBroker.NODE_ID)
                .setControllerListenerName(EmbeddedBroker.CONTROLLER_LISTENER)
                .addDirectory(folder)
                .setMetadataLogDirectory(folder)
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            formatter.run();
        } catch (Exception failed) {
            throw new BrokerStartException(
                    "data folder " + folder + " cannot be prepared for Kafka: " + failed.getMessage(), failed);
        }
    }
}
