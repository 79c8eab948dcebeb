package io.appeals.projections.sla.topology;

import static org.apache.kafka.streams.StreamsConfig.producerPrefix;

import io.appeals.projections.topology.ProjectionSettings;
import io.appeals.projections.topology.StreamsSettings;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The settings of the Kafka Streams application, each with what breaks without it. */
final class SlaSettings {

    private SlaSettings() {}

    static Properties of(ProjectionSettings settings) {
        Properties streams = StreamsSettings.of(settings, SlaTopology.APPLICATION_ID);
        // An alert, the row that knows it was given, and the events it follows from are committed together or not at
        // all.
        streams.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        // So late is an alert at most because of it: readers of committed records see it only then.
        streams.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        // The default of 100 ms would add to each commit whenever the broker still writes the last transaction's
        // markers.
        streams.put(producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG), 1);
        // An instance that dies in a transaction keeps readers of committed records waiting until it ends.
        streams.put(producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 10_000);
        return streams;
    }
}
