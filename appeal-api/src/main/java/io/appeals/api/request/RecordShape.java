package io.appeals.api.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of one record, worked out once, and how a JSON object becomes one. */
final class RecordShape {

    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return new RecordShape(type.asSubclass(Record.class));
        }
    };

    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final MethodHandle constructor;

    private RecordShape(Class<? extends Record> type) {
        RecordComponent[] components = type.getRecordComponents();
        Stream.of(components).forEach(component -> fields.put(component.getName(), Field.of(component)));
        constructor = constructor(type, components);
    }

    static RecordShape of(Class<? extends Record> type) {
        return SHAPES.get(type);
    }

    Set<String> names() {
        return fields.keySet();
    }

    /** The record, or null when anything about it is wrong. */
    @Nullable
    Object read(JsonNode node, String pointer, Findings findings) {
        if (!node.isObject()) {
            findings.add(
                    pointer,
                    "type",
                    "expected an object with " + String.join(", ", names()) + ", not " + Shown.of(node));
            return null;
        }
        int before = findings.count();
        refuseUnknown(node, pointer, findings);
        Object[] values = new Object[fields.size()];
        int i = 0;
        for (Field field : fields.values()) {
            values[i++] = field.read(node.get(field.name()), pointer + "/" + field.name(), findings);
        }
        return findings.count() == before ? construct(values, pointer, findings) : null;
    }

    private void refuseUnknown(JsonNode node, String pointer, Findings findings) {
        for (Iterator<String> given = node.fieldNames(); given.hasNext(); ) {
            String name = given.next();
            if (!fields.containsKey(name)) {
                findings.add(
                        pointer + "/" + escaped(name),
                        "unknown",
                        "no such field is known here; the fields are " + String.join(", ", names()));
            }
        }
    }

    /** As RFC 6901 wants it. */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** A record may refuse what its components allow one by one, such as an amount in a currency that does not exist. */
    private @Nullable Object construct(Object[] values, String pointer, Findings findings) {
        try {
            return (Record) constructor.invokeExact(values);
        } catch (IllegalArgumentException e) {
            findings.add(pointer, "invalid", String.valueOf(e.getMessage()));
            return null;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static MethodHandle constructor(Class<? extends Record> type, RecordComponent[] components) {
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                    .findConstructor(type, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Record.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be a body", e);
        }
    }
}
