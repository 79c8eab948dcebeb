package io.appeals.api.request;

import com.fasterxml.jackson.databind.JsonNode;

/** Shows a wrong value to whoever sent it, shortened. */
final class Shown {

    private static final int LONGEST = 60;

    private Shown() {}

    static String of(JsonNode node) {
        if (node.isObject()) {
            return "an object";
        }
        if (node.isArray()) {
            return "a list";
        }
        String text = node.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
