package io.appeals.schema.wire;

import io.appeals.schema.Doc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Derives the Avro shape of a Java record, so that the record is the one place where a schema is written down. */
final class Shapes {

    private final String namespace;
    private final Map<Class<?>, RecordShape> known = new HashMap<>();

    private Shapes(String namespace) {
        this.namespace = namespace;
    }

    /** @param name the Avro record's name; the records inside it bear their Java names */
    static RecordShape of(Class<? extends Record> type, String namespace, String name) {
        return new Shapes(namespace).record(type, name);
    }

    private RecordShape record(Class<?> type, String name) {
        RecordShape before = known.get(type);
        if (before != null) {
            return before;
        }
        List<RecordShape.Component> components = new ArrayList<>();
        List<Schema.Field> fields = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Shape shape = componentShape(component);
            components.add(new RecordShape.Component(FieldReader.of(component), shape, fields.size()));
            addFields(fields, component, shape);
        }
        Schema schema = Schema.createRecord(name, doc(type), namespace, false, fields);
        RecordShape shape = new RecordShape(schema, constructor(type), components);
        known.put(type, shape);
        return shape;
    }

    private static void addFields(List<Schema.Field> fields, RecordComponent component, Shape shape) {
        if (shape instanceof VariantShape variants) {
            String names = variants.variants().stream()
                    .map(variant -> variant.type().getSimpleName())
                    .reduce((a, b) -> a + ", " + b)
                    .orElseThrow();
            fields.add(new Schema.Field("type", variants.typeName().schema(), "One of " + names));
            variants.variants()
                    .forEach(variant -> fields.add(new Schema.Field(
                            variant.fieldName(), variant.shape().schema(), null, Schema.Field.NULL_DEFAULT_VALUE)));
            return;
        }
        Object defaultValue = shape instanceof OptionalShape ? Schema.Field.NULL_DEFAULT_VALUE : null;
        fields.add(new Schema.Field(component.getName(), shape.schema(), fieldDoc(component), defaultValue));
    }

    private Shape componentShape(RecordComponent component) {
        Shape shape = shape(component.getGenericType());
        return isNullable(component.getAnnotatedType()) ? OptionalShape.of(shape) : shape;
    }

    private Shape shape(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            return ListShape.of(shape(generic.getActualTypeArguments()[0]));
        }
        if (!(type instanceof Class<?> plain)) {
            throw new IllegalArgumentException("records on the wire hold no " + type);
        }
        if (plain.isRecord()) {
            return record(plain, plain.getSimpleName());
        }
        if (plain.isSealed()) {
            return variants(plain);
        }
        Shape scalar = Scalars.of(plain);
        if (scalar == null) {
            throw new IllegalArgumentException("records on the wire hold no " + plain);
        }
        return scalar;
    }

    private VariantShape variants(Class<?> sealed) {
        List<VariantShape.Variant> variants = Arrays.stream(sealed.getPermittedSubclasses())
                .map(variant -> new VariantShape.Variant(
                        variant,
                        decapitalized(variant.getSimpleName()),
                        OptionalShape.of(record(variant, variant.getSimpleName()))))
                .toList();
        return new VariantShape(shape(String.class), variants);
    }

    /** Jspecify's annotation stands on the type; on arrays it stands on the array itself ({@code byte @Nullable []}). */
    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static @Nullable String doc(AnnotatedElement element) {
        Doc doc = element.getAnnotation(Doc.class);
        return doc == null ? null : doc.value();
    }

    private static @Nullable String fieldDoc(RecordComponent component) {
        String meaning = doc(component);
        Class<?> type = elementType(component);
        if (!type.isEnum()) {
            return meaning;
        }
        String words = "One of "
                + String.join(
                        ", ",
                        Arrays.stream(type.getEnumConstants())
                                .map(Object::toString)
                                .toList());
        return meaning == null ? words : meaning + ". " + words;
    }

    private static Class<?> elementType(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType generic
                        && generic.getActualTypeArguments()[0] instanceof Class<?> element
                ? element
                : component.getType();
    }

    private static String decapitalized(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static MethodHandle constructor(Class<?> type) {
        Class<?>[] parameters = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return lookup(type)
                    .findConstructor(type, MethodType.methodType(void.class, parameters))
                    .asSpreader(Object[].class, parameters.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type + " cannot be constructed", e);
        }
    }

    private static MethodHandles.Lookup lookup(Class<?> type) throws IllegalAccessException {
        return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
    }
}
