package io.appeals.api.request;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One field of a body: whether it must be there, of which type it is and how large it may get. */
final class Field {

    private final String name;
    private final boolean list;
    private final boolean nullable;
    private final boolean required;
    private final boolean filled;
    private final int mostItems;
    private final ValueReader reader;

    private Field(String name, boolean list, boolean nullable, boolean filled, int mostItems, ValueReader reader) {
        this.name = name;
        this.list = list;
        this.nullable = nullable;
        this.required = !nullable && (filled || !list);
        this.filled = filled;
        this.mostItems = mostItems;
        this.reader = reader;
    }

    static Field of(RecordComponent component) {
        boolean list = component.getType() == List.class;
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        boolean filled = list && annotation(component, NotEmpty.class).isPresent();
        Bounds bounds = new Bounds(
                annotation(component, Size.class).map(Size::max),
                annotation(component, Min.class).map(Min::value).orElse(Long.MIN_VALUE),
                annotation(component, Max.class).map(Max::value).orElse(Long.MAX_VALUE),
                annotation(component, Pattern.class));
        Class<?> type = list ? item(component.getGenericType()) : component.getType();
        return new Field(
                component.getName(),
                list,
                nullable,
                filled,
                bounds.mostItems(),
                ValueReader.of(type, list ? bounds.ofItem() : bounds, !nullable || list));
    }

    String name() {
        return name;
    }

    /** The value, or what stands for its absence; where it is wrong, that is found, and null stands in. */
    @Nullable
    Object read(@Nullable JsonNode node, String pointer, Findings findings) {
        if (node == null || node.isNull()) {
            return absent(pointer, findings);
        }
        return list ? readList(node, pointer, findings) : reader.read(node, pointer, findings);
    }

    private @Nullable Object absent(String pointer, Findings findings) {
        if (required) {
            findings.add(
                    pointer, "required", "it is missing; expected " + (list ? "a list of " : "") + reader.expected());
        }
        return list && !nullable ? List.of() : null;
    }

    private List<Object> readList(JsonNode node, String pointer, Findings findings) {
        if (!node.isArray()) {
            findings.add(pointer, "type", "expected a list of " + reader.expected());
            return List.of();
        }
        if (node.size() > mostItems) {
            findings.add(pointer, "too-many", "at most " + mostItems + " are taken, not " + node.size());
            return List.of();
        }
        if (filled && node.isEmpty()) {
            findings.add(
                    pointer,
                    "required",
                    "it is empty; expected a list of at least one"
                            + (required ? ": " : ", or nothing at all: ")
                            + reader.expected());
        }
        List<Object> values = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            Object value = reader.read(node.get(i), pointer + "/" + i, findings);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private static Class<?> item(Type listType) {
        return (Class<?>) ((ParameterizedType) listType).getActualTypeArguments()[0];
    }

    private static <A extends Annotation> Optional<A> annotation(RecordComponent component, Class<A> type) {
        return Optional.ofNullable(component.getAccessor().getAnnotation(type));
    }

    /** How large a value may get. */
    record Bounds(Optional<Integer> size, long least, long most, Optional<Pattern> pattern) {

        private static final int USUAL_LENGTH = 200;
        private static final int USUAL_ITEMS = 100;

        int longestText() {
            return size.orElse(USUAL_LENGTH);
        }

        int mostItems() {
            return size.orElse(USUAL_ITEMS);
        }

        Bounds ofItem() {
            return new Bounds(Optional.empty(), least, most, pattern);
        }

        String range() {
            return least == Long.MIN_VALUE
                    ? "at most " + most
                    : most == Long.MAX_VALUE ? "at least " + least : "from " + least + " to " + most;
        }
    }

    /** For instance {@code A, B or C}. */
    static String oneOf(Object[] values) {
        return List.of(values).stream().map(Object::toString).collect(joining(", "));
    }
}
