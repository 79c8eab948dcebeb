package io.appeals.api.topics;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appeals.schema.topic.PlatformTopics;
import io.appeals.schema.topic.Topic;
import io.appeals.schema.wire.Published;
import java.time.Duration;
import java.util.Locale;

/** A topic as a channel: where it is, how Kafka keeps it, and what its readers rely on. */
final class TopicChannel {

    private static final long FOR_EVER = -1;

    private TopicChannel() {}

    static ObjectNode of(Published<?> published, int partitions) {
        Topic topic = published.topic();
        ObjectNode channel = JsonNodeFactory.instance.objectNode();
        channel.put("address", topic.topicName())
                .put("summary", topic.description())
                .put("description", description(topic));
        channel.putObject("messages")
                .putObject(published.name())
                .put("$ref", "#/components/messages/" + published.name());
        channel.putArray("tags")
                .addObject()
                .put("name", "for " + TopicGuide.of(topic).audience().name().toLowerCase(Locale.ROOT));
        binding(channel.putObject("bindings").putObject("kafka"), topic, partitions);
        return channel;
    }

    /** The topic that is to one platform what the published one is to all. */
    static ObjectNode ofPlatform(Published<?> published, int partitions) {
        ObjectNode channel = of(published, partitions);
        String name = PlatformTopics.nameLike(published.topic(), "{platform}");
        channel.put("address", name)
                .put("summary", TopicGuide.ofPlatform(published.topic()))
                .putObject("parameters")
                .putObject("platform")
                .put("description", "The platform's name in the platforms file (appeals.platforms)")
                .putArray("examples")
                .add("acme");
        ((ObjectNode) channel.at("/bindings/kafka")).put("topic", name);
        return channel;
    }

    private static String description(Topic topic) {
        TopicGuide guide = TopicGuide.of(topic);
        return "**Kept**: " + kept(topic) + "\n\n**Order**: " + guide.ordering() + "\n\n**Duplicates**: "
                + guide.duplicates() + "\n\n**Tombstones**: " + guide.tombstones() + "\n\n**Replay**: " + guide.replay()
                + "\n";
    }

    /** How long, in words. */
    static String kept(Topic topic) {
        if (topic.cleanup() == Topic.Cleanup.COMPACT) {
            return "The last record of each key, for ever (compacted).";
        }
        return topic.retention()
                .map(Duration::toDays)
                .map(days -> days + (days == 1 ? " day." : " days."))
                .orElse("For ever.");
    }

    private static void binding(ObjectNode binding, Topic topic, int partitions) {
        binding.put("topic", topic.topicName()).put("partitions", partitions);
        ObjectNode configuration = binding.putObject("topicConfiguration");
        configuration.putArray("cleanup.policy").add(topic.cleanup().policy());
        configuration.put(
                "retention.ms", topic.retention().map(Duration::toMillis).orElse(FOR_EVER));
        binding.put("bindingVersion", AsyncApi.BINDING_VERSION);
    }
}
