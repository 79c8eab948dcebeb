package io.appeals.api.topics;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A field of a schema, wherever it is nested, for people to read.
 *
 * @param path from the record, with dots; {@code []} after a list
 * @param optional whether it may be null
 */
record SchemaField(
        String path,
        String type,
        boolean optional,
        @Nullable String doc) {

    /** All fields of a record, in the order of the schema, each before what is in it. */
    static List<SchemaField> of(Schema record) {
        List<SchemaField> fields = new ArrayList<>();
        add(record, "", fields);
        return fields;
    }

    private static void add(Schema record, String prefix, List<SchemaField> fields) {
        for (Schema.Field field : record.getFields()) {
            Schema schema = notNull(field.schema());
            fields.add(new SchemaField(prefix + field.name(), type(schema), schema != field.schema(), field.doc()));
            switch (schema.getType()) {
                case RECORD -> add(schema, prefix + field.name() + ".", fields);
                case ARRAY -> addItems(schema.getElementType(), prefix + field.name() + "[].", fields);
                default -> {}
            }
        }
    }

    private static void addItems(Schema item, String prefix, List<SchemaField> fields) {
        if (item.getType() == Schema.Type.RECORD) {
            add(item, prefix, fields);
        }
    }

    private static Schema notNull(Schema schema) {
        return schema.isUnion()
                ? schema.getTypes().stream()
                        .filter(type -> type.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElseThrow()
                : schema;
    }

    private static String type(Schema schema) {
        return switch (schema.getType()) {
            case ARRAY -> "list of " + type(schema.getElementType());
            case RECORD -> schema.getName();
            default -> scalar(schema, schema.getLogicalType());
        };
    }

    private static String scalar(Schema schema, @Nullable LogicalType logical) {
        String name = schema.getType().getName();
        return switch (logical) {
            case null -> name;
            case LogicalTypes.Decimal decimal -> "decimal(" + decimal.getPrecision() + ", " + decimal.getScale() + ")";
            default -> logical.getName();
        };
    }
}
