package io.appeals.commands.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One place in the file, by its path, which notes what is wrong there and goes on, so that an operator hears of all
 * mistakes at once.
 */
public record YamlNode(String path, @Nullable JsonNode value, List<String> problems) {

    /** The field of this name, given or not. */
    public YamlNode child(String name) {
        JsonNode child = value == null ? null : value.get(name);
        return new YamlNode(path.isEmpty() ? name : path + "." + name, child, problems);
    }

    public boolean isGiven() {
        return value != null && !value.isNull();
    }

    /** Notes what is wrong here. */
    public void problem(String expected) {
        problems.add((path.isEmpty() ? "the file" : path) + ": " + expected);
    }

    /** Notes fields that nobody would ever read, since they are most likely misspelt. */
    public boolean isObjectOf(String... names) {
        if (value == null || !value.isObject()) {
            problem("expected the fields " + String.join(", ", names));
            return false;
        }
        List<String> known = Arrays.asList(names);
        for (String name : (Iterable<String>) value::fieldNames) {
            if (!known.contains(name)) {
                child(name).problem("unknown field; expected one of " + String.join(", ", names));
            }
        }
        return true;
    }

    /** A text; an empty one, with a note, where there is none. */
    public String text() {
        if (value == null || !value.isTextual() || value.asText().isBlank()) {
            problem("expected a text" + found());
            return "";
        }
        return value.asText().strip();
    }

    /** A text of the given form, which is to be one of capital letters, digits and _. */
    public String code(Pattern pattern) {
        String text = text();
        if (!text.isEmpty() && !pattern.matcher(text).matches()) {
            problem("expected capital letters, digits and _, but found '" + text + "'");
        }
        return text;
    }

    /** One of an enumeration's names; empty, with a note, where it is none. */
    public <E extends Enum<E>> Optional<E> oneOf(Class<E> type) {
        String text = value == null ? "" : value.asText();
        Optional<E> found = Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst();
        if (found.isEmpty()) {
            problem("expected one of " + Arrays.toString(type.getEnumConstants()) + found());
        }
        return found;
    }

    /** The items of a list; none, with a note, where there is no list. */
    public List<YamlNode> items() {
        if (value == null || !value.isArray()) {
            problem("expected a list" + found());
            return List.of();
        }
        List<YamlNode> items = new ArrayList<>(value.size());
        for (int i = 0; i < value.size(); i++) {
            items.add(new YamlNode(path + "[" + i + "]", value.get(i), problems));
        }
        return items;
    }

    private String found() {
        if (!isGiven()) {
            return ", but it is missing";
        }
        return ", but found " + (value != null && value.isTextual() ? "'" + value.asText() + "'" : value);
    }
}
