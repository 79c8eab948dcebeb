package io.appeals.schema.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.io.Decoder;
import org.jspecify.annotations.Nullable;

/**
 * One of several records, spread over the fields of the record that holds it: {@code type}, then one optional field a
 * variant. A new variant is a new optional field, so a topic of such records stays compatible both ways for ever, and
 * tools that know no multi-schema topics read it as it is.
 */
final class VariantShape implements Shape {

    /** One variant and the name of its field. */
    record Variant(Class<?> type, String fieldName, OptionalShape shape) {}

    private final Shape typeName;
    private final List<Variant> variants;
    private final Map<Class<?>, Integer> indexOf = new HashMap<>();
    private final Map<String, Integer> indexByName = new HashMap<>();

    VariantShape(Shape typeName, List<Variant> variants) {
        this.typeName = typeName;
        this.variants = List.copyOf(variants);
        for (int i = 0; i < variants.size(); i++) {
            indexOf.put(variants.get(i).type(), i);
            indexByName.put(variants.get(i).type().getSimpleName(), i);
        }
    }

    List<Variant> variants() {
        return variants;
    }

    Shape typeName() {
        return typeName;
    }

    /** The shapes of the fields that it is spread over, in their order. */
    Stream<Shape> fieldShapes() {
        return Stream.concat(Stream.of(typeName), variants.stream().map(Variant::shape));
    }

    /** @return -1 for what is no variant, or missing */
    int indexOf(@Nullable Object value) {
        return value == null ? -1 : indexOf.getOrDefault(value.getClass(), -1);
    }

    /** The variant that {@code type} names, out of the fields that were read. */
    Object pick(@Nullable Object[] fields, int position) {
        Integer index = indexByName.get((String) fields[position]);
        Object value = index == null ? null : fields[position + 1 + index];
        if (value == null) {
            throw new UndecodableRecordException("type is '" + fields[position] + "', which "
                    + (index == null ? "this release does not know" : "has no content in its field"));
        }
        return value;
    }

    @Override
    public Schema schema() {
        throw new UnsupportedOperationException("variants are spread over the record that holds them");
    }

    @Override
    public void write(Object value, AvroOutput out) {
        Integer index = indexOf.get(value.getClass());
        if (index == null) {
            throw new IllegalArgumentException(value.getClass() + " is no published variant");
        }
        typeName.write(value.getClass().getSimpleName(), out);
        out.writeAbsent(index);
        variants.get(index).shape().write(value, out);
        out.writeAbsent(variants.size() - 1 - index);
    }

    @Override
    public Object read(Decoder in) {
        throw new UnsupportedOperationException("variants are read field by field");
    }
}
