package io.appeals.api.topics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.appeals.schema.topic.Topic;
import io.appeals.schema.wire.Published;

/**
 * The AsyncAPI 3.0 document of all topics, made from the topic catalogue and the schemas: there is nothing in it that the code
 * does not go by. <a href="https://www.asyncapi.com/docs/reference/specification/v3.0.0">AsyncAPI 3.0.0</a>, with
 * <a href="https://github.com/asyncapi/bindings/tree/master/kafka">Kafka bindings 0.5.0</a>.
 */
final class AsyncApi {

    static final String BINDING_VERSION = "0.5.0";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();

    private static final String ABOUT = """
            Every topic of the product: what is in it, how it is keyed, how long it is kept, and what its readers may rely on.

            **Values** are Avro in Confluent's wire format: a zero byte, the schema's id in four bytes, the record. Any tool with a
            schema registry client decodes them; the product serves the schemas in the registry's protocol at `/schema-registry`.

            **Read with `isolation.level=read_committed`**: what a crash interrupted is never seen then, and nothing is seen twice.

            **Schemas** change with releases, every version FULL_TRANSITIVE compatible with every earlier one: readers of
            yesterday go on reading, and readers of today read the oldest records. Enumerations are strings, so that a new word
            breaks nobody's decoder.

            **Times** are in UTC, in milliseconds. **Amounts** are decimals of 19 digits, 4 of them after the point.
            """;

    private final ObjectNode document = JsonNodeFactory.instance.objectNode();

    private AsyncApi(int partitions) {
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Seller appeals: the topics")
                .put("version", "v1")
                .put("description", ABOUT);
        document.put("defaultContentType", "application/avro");
        server(document.putObject("servers").putObject("kafka"));
        document.putObject("channels");
        document.putObject("operations");
        ObjectNode messages = document.putObject("components").putObject("messages");
        for (Published<?> published : Published.ALL) {
            add(name(published.topic()), published, TopicChannel.of(published, partitions));
            if (TopicGuide.isForEachPlatform(published.topic())) {
                add(nameOfPlatforms(published.topic()), published, TopicChannel.ofPlatform(published, partitions));
            }
            messages.set(published.name(), TopicMessage.of(published));
        }
    }

    /** @param partitions of each topic */
    static AsyncApi of(int partitions) {
        return new AsyncApi(partitions);
    }

    /** For instance "appeals.sla-clocks.v1"; dots are allowed in names. */
    static String name(Topic topic) {
        return topic.topicName();
    }

    /** For instance "platform.commands.v1": references cannot have the braces that such topics' addresses have. */
    private static String nameOfPlatforms(Topic like) {
        return like.topicName().replaceFirst("appeals", "platform");
    }

    ObjectNode document() {
        return document;
    }

    String yaml() {
        try {
            return YAML.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    private static void server(ObjectNode server) {
        server.put("host", "localhost:9092")
                .put("protocol", "kafka")
                .put("description", "The brokers that the product runs on; ./appeals up prints their address.");
        server.putObject("bindings")
                .putObject("kafka")
                .put("schemaRegistryUrl", "http://localhost:8080/schema-registry")
                .put("schemaRegistryVendor", "confluent")
                .put("bindingVersion", BINDING_VERSION);
    }

    private void add(String name, Published<?> published, ObjectNode channel) {
        ((ObjectNode) document.get("channels")).set(name, channel);
        // seen from the product: it receives commands, and sends everything else
        String action = published.topic() == Topic.COMMANDS ? "receive" : "send";
        ObjectNode operation = ((ObjectNode) document.get("operations")).putObject(action + " " + name);
        operation.put("action", action).set("summary", channel.get("summary"));
        operation.putObject("channel").put("$ref", "#/channels/" + name);
        operation.putArray("messages").addObject().put("$ref", "#/channels/" + name + "/messages/" + published.name());
    }
}
