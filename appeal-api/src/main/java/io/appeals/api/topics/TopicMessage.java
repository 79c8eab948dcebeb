package io.appeals.api.topics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appeals.schema.topic.Topic;
import io.appeals.schema.wire.Published;
import io.appeals.schema.wire.SchemaCatalogue;
import java.util.List;

/** A record: its key, its headers, and its value by the schema that is written today. */
final class TopicMessage {

    private static final String AVRO_SCHEMA = "application/vnd.apache.avro+json;version=1.9.0";
    private static final ObjectMapper JSON = new ObjectMapper();

    private TopicMessage() {}

    static ObjectNode of(Published<?> published) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("name", published.name())
                .put("title", published.name())
                .put("summary", published.codec().schema().getDoc())
                .put("contentType", "application/avro")
                .put(
                        "description",
                        "Schema id " + idOf(published) + " of the built-in catalogue, subject "
                                + published.topic().valueSubject() + ".");
        headers(message.putObject("headers"), published.topic());
        message.putObject("payload").put("schemaFormat", AVRO_SCHEMA).set("schema", schemaOf(published));
        binding(message.putObject("bindings").putObject("kafka"), published.topic());
        return message;
    }

    private static int idOf(Published<?> published) {
        return SchemaCatalogue.builtIn()
                .find(published.topic().valueSubject(), published.codec().schema())
                .id();
    }

    private static void headers(ObjectNode headers, Topic topic) {
        headers.put("type", "object").put("description", "CloudEvents 1.0 in Kafka's binary content mode.");
        ObjectNode properties = headers.putObject("properties");
        List<RecordHeader> all = RecordHeader.of(topic);
        all.forEach(header ->
                properties.putObject(header.name()).put("type", "string").put("description", header.description()));
        if (topic != Topic.COMMANDS) {
            all.stream()
                    .filter(RecordHeader::always)
                    .forEach(header -> headers.withArray("required").add(header.name()));
        }
    }

    private static JsonNode schemaOf(Published<?> published) {
        try {
            return JSON.readTree(published.codec().schema().toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a schema is always JSON", e);
        }
    }

    private static void binding(ObjectNode binding, Topic topic) {
        binding.putObject("key").put("type", "string").put("description", key(topic));
        binding.put("schemaIdLocation", "payload")
                .put("schemaIdPayloadEncoding", "confluent")
                .put("schemaLookupStrategy", "TopicNameStrategy")
                .put("bindingVersion", AsyncApi.BINDING_VERSION);
    }

    /** What a topic is keyed by, in words. */
    static String key(Topic topic) {
        return switch (topic.key()) {
            case APPEAL_ID -> "appealId";
            case COMMAND_ID -> "commandId";
            case CLOCK -> "appealId|metric|cycle";
            case WEBHOOK_ID -> "webhookId, or what begins with it; the partition is the webhook's";
            case AS_CAME -> "as the record came that could not be read or folded";
        };
    }
}
