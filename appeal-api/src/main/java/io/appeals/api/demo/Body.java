package io.appeals.api.demo;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a request's body, in the order in which a person would write them. */
record Body(Map<String, Object> fields) {

    static final Body EMPTY = new Body(Map.of());

    Body {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    static Body of(String name, Object value) {
        return EMPTY.with(name, value);
    }

    /** The same, as it is sent at that time. */
    Body sentAt(Instant now) {
        Map<String, Object> sent = new LinkedHashMap<>(fields);
        sent.replaceAll((name, value) -> value instanceof FromNow moment ? moment.at(now) : value);
        return new Body(sent);
    }

    /** The same with one more; a field without value is left out. */
    Body with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(fields);
        more.put(name, value instanceof Body nested ? nested.fields : value);
        return new Body(more);
    }
}
