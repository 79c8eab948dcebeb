package io.appeals.api.feed;

import io.appeals.schema.topic.Topic;
import io.appeals.schema.wire.UndecodableRecordException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All topics whose records are told to the outside. */
@Singleton
public final class FeedSources {

    private static final Logger LOG = LoggerFactory.getLogger(FeedSources.class);

    private final Map<String, FeedSource> byTopic;

    public FeedSources(List<FeedSource> sources) {
        byTopic = sources.stream()
                .collect(Collectors.toMap(source -> source.topic().topicName(), Function.identity()));
    }

    public List<String> topics() {
        return byTopic.keySet().stream().sorted().toList();
    }

    /** Every type of event that there is, in order. */
    public List<String> types() {
        return byTopic.values().stream()
                .flatMap(source -> source.types().stream())
                .sorted()
                .toList();
    }

    /** Empty for a record that cannot be read; the projection reports it to {@link Topic#DEAD_LETTERS}. */
    public Optional<FeedItem> read(ConsumerRecord<String, byte[]> log) {
        try {
            return Optional.ofNullable(byTopic.get(log.topic())).map(source -> source.read(log));
        } catch (UndecodableRecordException e) {
            LOG.warn("{}-{}@{} is told to nobody: {}", log.topic(), log.partition(), log.offset(), e.getMessage());
            return Optional.empty();
        }
    }
}
