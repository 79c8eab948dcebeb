package io.appeals.api.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads the schema that a request is about: {@code {"schema": "<Avro schema as text>"}}. */
final class SchemaRequest {

    private static final String AVRO = "AVRO";

    private SchemaRequest() {}

    /** Fails with a {@link RegistryError}. */
    static String schemaIn(String body, ObjectMapper json) {
        JsonNode request = parsed(body, json);
        String type = request.path("schemaType").asText(AVRO);
        if (!type.equals(AVRO)) {
            throw RegistryError.invalidSchema("only AVRO is known here, not " + type);
        }
        JsonNode schema = request.path("schema");
        if (!schema.isTextual()) {
            throw RegistryError.invalidSchema("expected {\"schema\": \"<the schema as text>\"}");
        }
        return schema.asText();
    }

    private static JsonNode parsed(String body, ObjectMapper json) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            throw RegistryError.invalidSchema("the body is no JSON: " + e.getOriginalMessage());
        }
    }
}
