package io.appeals.api.cli.export;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.Schema.Type;

/** The schema of a row: where the record stands in its topic, then the fields of its value. */
final class RowSchema {

    static final String KEY = "kafkaKey";
    static final String PARTITION = "kafkaPartition";
    static final String OFFSET = "kafkaOffset";
    static final String TIMESTAMP = "kafkaTimestamp";

    private RowSchema() {}

    static Schema of(Schema value) {
        List<Field> fields = new ArrayList<>(List.of(
                new Field(
                        KEY,
                        Schema.createUnion(Schema.create(Type.NULL), Schema.create(Type.STRING)),
                        "The record's key"),
                new Field(PARTITION, Schema.create(Type.INT), "The record's partition"),
                new Field(OFFSET, Schema.create(Type.LONG), "The record's offset"),
                new Field(
                        TIMESTAMP,
                        LogicalTypes.timestampMillis().addToSchema(Schema.create(Type.LONG)),
                        "The record's timestamp")));
        value.getFields().forEach(field -> fields.add(new Field(field, field.schema())));
        return Schema.createRecord(value.getName() + "Row", value.getDoc(), value.getNamespace(), false, fields);
    }

    /** What a nullable value is where it is not null; any other schema as it is. */
    static Schema present(Schema schema) {
        return schema.getType() == Type.UNION
                ? schema.getTypes().stream()
                        .filter(branch -> branch.getType() != Type.NULL)
                        .findFirst()
                        .orElseThrow()
                : schema;
    }
}
