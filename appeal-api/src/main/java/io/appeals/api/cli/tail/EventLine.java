package io.appeals.api.cli.tail;

import io.appeals.schema.appeal.Actor;
import io.appeals.schema.event.RecordedEvent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.StringJoiner;
import java.util.stream.Collectors;
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
            String text = text(value(event, component));
            if (!text.isEmpty()) {
                details.add(component.getName() + "=" + shortened(text));
            }
        }
        return details.toString();
    }

    /** Empty for nothing; a record inside is told by its values alone. */
    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Collection<?> several -> several.stream().map(EventLine::text).collect(Collectors.joining("; "));
            case Record inner ->
                Arrays.stream(inner.getClass().getRecordComponents())
                        .map(component -> text(value(inner, component)))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" "));
            default -> value.toString();
        };
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
