package io.appeals.api.cli.tail;

import io.appeals.schema.appeal.Actor;
import io.appeals.schema.event.RecordedEvent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** An event as one line for a person: when, which appeal, what, how the appeal stands, who, and the details. */
final class EventLine {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    /** Statements and reasons are pages long; their beginning is enough to recognise them. */
    private static final int LONGEST_DETAIL = 60;

    private EventLine() {}

    static String of(RecordedEvent recorded) {
        return "%s  %s v%-3d %-22s %-20s %s  by %s  %s"
                .formatted(
                        TIME.format(recorded.occurredAt()),
                        recorded.appealId(),
                        recorded.version(),
                        recorded.event().type(),
                        standing(recorded),
                        recorded.sellerId(),
                        actor(recorded.actor()),
                        details((Record) recorded.event()))
                .stripTrailing();
    }

    private static String standing(RecordedEvent recorded) {
        return recorded.closureReason() == null
                ? recorded.status().toString()
                : recorded.status() + " " + recorded.closureReason();
    }

    private static String actor(Actor actor) {
        String who = actor.type() + " " + actor.id();
        return actor.onBehalfOf() == null ? who : who + " for " + actor.onBehalfOf();
    }

    private static String details(Record event) {
        StringJoiner details = new StringJoiner(", ");
        for (RecordComponent component : event.getClass().getRecordComponents()) {
            Object value = value(event, component);
            if (!isNothing(value)) {
                details.add(component.getName() + "=" + shortened(String.valueOf(value)));
            }
        }
        return details.toString();
    }

    private static boolean isNothing(@Nullable Object value) {
        return value == null || value instanceof Collection<?> several && several.isEmpty();
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL - 1) + "…";
    }

    private static @Nullable Object value(Record event, RecordComponent component) {
        try {
            return component.getAccessor().invoke(event);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("an event's fields are public", e);
        }
    }
}
