package io.appeals.schema.wire;

import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/** Where the ids on the wire come from: the built-in catalogue, or a schema registry. */
public interface SchemaIds {

    /**
     * One version of one subject's schema.
     *
     * @param id as it stands on the wire
     * @param version within the subject, from 1
     */
    record SchemaVersion(int id, String subject, int version, Schema schema) {}

    /** @throws IllegalStateException if the subject has no such schema */
    SchemaVersion find(String subject, Schema schema);

    Optional<SchemaVersion> byId(int id);

    /** All versions of a subject, oldest first. */
    List<SchemaVersion> versions(String subject);
}
