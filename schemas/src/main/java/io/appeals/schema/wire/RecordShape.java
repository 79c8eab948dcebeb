package io.appeals.schema.wire;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.ResolvingDecoder;
import org.jspecify.annotations.Nullable;

/**
 * A Java record as an Avro record, field by field. One field of a sealed interface's type is spread over the Avro
 * record: {@code type} names the variant, and each variant is an optional field of its own.
 */
final class RecordShape implements Shape {

    /** One component of the Java record; {@code position} is its first field in the Avro record. */
    record Component(FieldReader reader, Shape shape, int position) {}

    private final Schema schema;
    private final MethodHandle constructor;
    private final Component[] components;
    private final Shape[] byPosition;

    RecordShape(Schema schema, MethodHandle constructor, List<Component> components) {
        this.schema = schema;
        this.constructor = constructor;
        this.components = components.toArray(Component[]::new);
        this.byPosition = components.stream()
                .flatMap(component -> component.shape() instanceof VariantShape variants
                        ? variants.fieldShapes()
                        : Stream.of(component.shape()))
                .toArray(Shape[]::new);
    }

    @Override
    public Schema schema() {
        return schema;
    }

    int variants() {
        return components[components.length - 1].shape() instanceof VariantShape variants
                ? variants.variants().size()
                : 0;
    }

    int variantOf(Object value) {
        Component last = components[components.length - 1];
        return last.shape() instanceof VariantShape variants
                ? variants.indexOf(last.reader().read(value))
                : -1;
    }

    @Override
    public void write(Object value, AvroOutput out) {
        for (Component component : components) {
            Object part = component.reader().read(value);
            if (component.shape() instanceof OptionalShape optional) {
                optional.writeNullable(part, out);
            } else if (part == null) {
                throw new IllegalArgumentException(schema.getName() + "."
                        + schema.getFields().get(component.position()).name() + " must not be null");
            } else {
                component.shape().write(part, out);
            }
        }
    }

    @Override
    public Object read(Decoder in) throws IOException {
        @Nullable Object[] values = new @Nullable Object[byPosition.length];
        if (in instanceof ResolvingDecoder resolving) {
            for (Schema.Field field : resolving.readFieldOrder()) {
                values[field.pos()] = byPosition[field.pos()].read(in);
            }
        } else {
            for (int position = 0; position < byPosition.length; position++) {
                values[position] = byPosition[position].read(in);
            }
        }
        return create(values);
    }

    private Object create(@Nullable Object[] fields) {
        @Nullable Object[] arguments = new @Nullable Object[components.length];
        for (int i = 0; i < arguments.length; i++) {
            Component component = components[i];
            arguments[i] = component.shape() instanceof VariantShape variants
                    ? variants.pick(fields, component.position())
                    : fields[component.position()];
        }
        try {
            return (Object) constructor.invokeExact(arguments);
        } catch (UndecodableRecordException e) {
            throw e;
        } catch (Throwable e) {
            throw new UndecodableRecordException(schema.getName() + " is not valid: " + e.getMessage(), e);
        }
    }
}
