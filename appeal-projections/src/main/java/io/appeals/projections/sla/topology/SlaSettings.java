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
        // So long the thread waits for events before it looks at its deadlines again; of the default of 100 ms a storm
        // of deadlines would spend a quarter waiting for nothing.
        streams.put(StreamsConfig.POLL_MS_CONFIG, 20);
        // The default of 100 ms would add to each commit whenever the broker still writes the last transaction's
        // markers.
        streams.put(producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG), 1);
        // The broker turns the first request of a transaction away while it still writes the last one's markers. Of
        // several
        // under way, those behind it would be errors in its log, though nothing is lost.
        streams.put(producerPrefix(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION), 1);
        // An instance that dies in a transaction keeps readers of committed records waiting until it ends.
        streams.put(producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 10_000);
        return streams;
    }
}
