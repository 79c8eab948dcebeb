package io.appeals.commands.platform.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.appeals.commands.writer.record.CommandRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives each platform the results of its own commands. */
final class ResultsForPlatforms implements Relay.Work {

    private static final Logger LOG = LoggerFactory.getLogger(ResultsForPlatforms.class);

    private final Map<String, String> topics;
    private final Set<String> strangers = new HashSet<>();

    /** @param topics the results topic by the platform's name */
    ResultsForPlatforms(Map<String, String> topics) {
        this.topics = topics;
    }

    @Override
    public List<ProducerRecord<String, byte[]>> of(ConsumerRecord<String, byte[]> found) {
        byte[] header = CommandRecord.platform(found);
        if (header == null) {
            return List.of();
        }
        String platform = new String(header, UTF_8);
        String topic = topics.get(platform);
        if (topic == null) {
            sayThatNobodyHears(platform);
            return List.of();
        }
        return List.of(new ProducerRecord<>(topic, null, found.key(), found.value(), found.headers()));
    }

    private void sayThatNobodyHears(String platform) {
        if (strangers.add(platform)) {
            LOG.warn(
                    "results for platform {} are in no topic of its own: the platforms file of this node does not name it",
                    platform);
        }
    }
}
