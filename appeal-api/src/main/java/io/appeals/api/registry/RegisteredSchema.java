package io.appeals.api.registry;

import io.appeals.schema.wire.SchemaIds.SchemaVersion;

/**
 * One version of a subject, as the protocol tells it. The type is left out, which means Avro.
 *
 * @param schema as text
 */
record RegisteredSchema(String subject, int id, int version, String schema) {

    static RegisteredSchema of(SchemaVersion version) {
        return new RegisteredSchema(
                version.subject(),
                version.id(),
                version.version(),
                version.schema().toString());
    }
}
