package io.appeals.api.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.appeals.api.request.Field.Bounds;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one value of one type; what is wrong with it goes to the findings. */
interface ValueReader {

    /** @return null when the value is wrong */
    @Nullable
    Object read(JsonNode node, String pointer, Findings findings);

    /** What stands here when it is right, for a person: {@code a text}. */
    String expected();

    /** @param filled whether a text must have more in it than blanks */
    static ValueReader of(Class<?> type, Bounds bounds, boolean filled) {
        if (type == String.class) {
            return new Text(bounds, filled);
        } else if (type == boolean.class || type == Boolean.class) {
            return new Simple("true or false", node -> node.isBoolean() ? node.booleanValue() : null);
        } else if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return new Whole(bounds, type == int.class || type == Integer.class);
        } else if (type == BigDecimal.class) {
            return new Simple("a number", node -> node.isNumber() ? node.decimalValue() : null);
        } else if (type == Instant.class) {
            return new Simple("a time such as 2026-01-31T09:00:00Z", ValueReader::instant);
        } else if (type.isEnum()) {
            return word(type);
        }
        return new Nested(type.asSubclass(Record.class));
    }

    private static @Nullable Instant instant(JsonNode node) {
        try {
            return node.isTextual() ? Instant.parse(node.textValue()) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static ValueReader word(Class<?> type) {
        Map<String, Object> words =
                Stream.of(type.getEnumConstants()).collect(Collectors.toMap(Object::toString, Function.identity()));
        return new Simple("one of " + Field.oneOf(type.getEnumConstants()), node -> words.get(node.asText()));
    }

    /** A value that is either right or not. */
    record Simple(String expected, Function<JsonNode, @Nullable Object> value) implements ValueReader {

        @Override
        public @Nullable Object read(JsonNode node, String pointer, Findings findings) {
            Object read = value.apply(node);
            if (read == null) {
                findings.add(pointer, "type", "expected " + expected + ", not " + Shown.of(node));
            }
            return read;
        }
    }

    /** A text within its length and form. */
    record Text(Bounds bounds, boolean filled) implements ValueReader {

        @Override
        public String expected() {
            return "a text";
        }

        @Override
        public @Nullable Object read(JsonNode node, String pointer, Findings findings) {
            if (!node.isTextual()) {
                findings.add(pointer, "type", "expected a text, not " + Shown.of(node));
                return null;
            }
            String text = node.textValue();
            if (filled && text.isBlank()) {
                findings.add(pointer, "required", "it is empty; expected a text");
            } else if (text.length() > bounds.longestText()) {
                findings.add(
                        pointer,
                        "too-long",
                        "at most " + bounds.longestText() + " characters are taken, not " + text.length());
            } else if (bounds.pattern().isPresent()
                    && !text.matches(bounds.pattern().get().regexp())) {
                findings.add(pointer, "format", bounds.pattern().get().message());
            } else {
                return text;
            }
            return null;
        }
    }

    /** A whole number within its range. */
    record Whole(Bounds bounds, boolean small) implements ValueReader {

        @Override
        public String expected() {
            return "a whole number";
        }

        @Override
        public @Nullable Object read(JsonNode node, String pointer, Findings findings) {
            if (!(small ? node.isInt() : node.isIntegralNumber() && node.canConvertToLong())) {
                findings.add(pointer, "type", "expected a whole number, not " + Shown.of(node));
                return null;
            }
            long number = node.longValue();
            if (number < bounds.least() || number > bounds.most()) {
                findings.add(pointer, "range", "expected a whole number " + bounds.range() + ", not " + number);
                return null;
            }
            return small ? (Object) (int) number : (Object) number;
        }
    }

    /** An object inside the body. */
    record Nested(Class<? extends Record> type) implements ValueReader {

        @Override
        public String expected() {
            return "an object with " + String.join(", ", RecordShape.of(type).names());
        }

        @Override
        public @Nullable Object read(JsonNode node, String pointer, Findings findings) {
            return RecordShape.of(type).read(node, pointer, findings);
        }
    }
}
