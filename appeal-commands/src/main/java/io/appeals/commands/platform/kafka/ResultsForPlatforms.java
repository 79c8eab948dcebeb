package io.appeals.commands.platform.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.appeals.commands.writer.record.CommandRecord;
import io.appeals.schema.topic.PlatformTopics;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives each platform the results of its own commands; also one that this node's platforms file does not name, while a change of
 * it is rolled out: the node that passed the command on knew it.
 */
final class ResultsForPlatforms implements Relay.Work {

    private static final Logger LOG = LoggerFactory.getLogger(ResultsForPlatforms.class);

    private final Set<String> named;
    private final Predicate<String> topicExists;
    private final Set<String> withoutTopic = new HashSet<>();

    /** @param named platforms whose results wait for their topic, should it be gone */
    ResultsForPlatforms(Set<String> named, Predicate<String> topicExists) {
        this.named = Set.copyOf(named);
        this.topicExists = topicExists;
    }

    @Override
    public Optional<ProducerRecord<String, byte[]>> of(ConsumerRecord<String, byte[]> found) {
        byte[] header = CommandRecord.platform(found);
        if (header == null) {
            return Optional.empty();
        }
        String platform = new String(header, UTF_8);
        if (!PlatformTopics.isName(platform)) {
            return Optional.empty();
        }
        String topic = new PlatformTopics(platform).results();
        if (!named.contains(platform) && !topicExists.test(topic)) {
            sayThatNobodyHears(platform, topic);
            return Optional.empty();
        }
        return Optional.of(new ProducerRecord<>(topic, null, found.key(), found.value(), found.headers()));
    }

    private void sayThatNobodyHears(String platform, String topic) {
        if (withoutTopic.add(platform)) {
            LOG.warn("platform {} does not hear what became of its commands: there is no topic {}", platform, topic);
        }
    }
}
