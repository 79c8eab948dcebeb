package io.appeals.api.cli.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** A row as JSON: times in ISO 8601, amounts as numbers, null where there is nothing. */
final class RowAsJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RowAsJson() {}

    static ObjectNode of(GenericRecord row) {
        ObjectNode json = NODES.objectNode();
        for (Schema.Field field : row.getSchema().getFields()) {
            json.set(field.name(), value(row.get(field.pos()), field.schema()));
        }
        return json;
    }

    private static JsonNode value(@Nullable Object value, Schema schema) {
        if (value == null) {
            return NODES.nullNode();
        }
        Schema present = RowSchema.present(schema);
        return switch (present.getType()) {
            case RECORD -> of((GenericRecord) value);
            case ARRAY -> list((Collection<?>) value, present.getElementType());
            case BOOLEAN -> NODES.booleanNode((Boolean) value);
            case INT -> NODES.numberNode((Integer) value);
            case LONG -> whole((Long) value, present);
            case BYTES -> bytes((ByteBuffer) value, present);
            default -> NODES.textNode(value.toString());
        };
    }

    private static ArrayNode list(Collection<?> elements, Schema schema) {
        ArrayNode list = NODES.arrayNode();
        elements.forEach(element -> list.add(value(element, schema)));
        return list;
    }

    private static JsonNode whole(long value, Schema schema) {
        return schema.getLogicalType() instanceof LogicalTypes.TimestampMillis
                ? NODES.textNode(Instant.ofEpochMilli(value).toString())
                : NODES.numberNode(value);
    }

    private static JsonNode bytes(ByteBuffer value, Schema schema) {
        byte[] bytes = new byte[value.remaining()];
        value.duplicate().get(bytes);
        return schema.getLogicalType() instanceof LogicalTypes.Decimal decimal
                ? DecimalNode.valueOf(new BigDecimal(new BigInteger(bytes), decimal.getScale()))
                : NODES.binaryNode(bytes);
    }
}
