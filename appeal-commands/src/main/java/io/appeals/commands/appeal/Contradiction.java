package io.appeals.commands.appeal;

import io.appeals.schema.event.RecordedEvent;
import java.util.Optional;

/**
 * Where an event of the log says something else than the events before it and its own kind amount to. What the log says
 * is folded as it stands, also where rules have changed since; this is for those who prove that the log is sound.
 */
final class Contradiction {

    private Contradiction() {}

    static Optional<String> in(AppealState before, RecordedEvent event) {
        if (before.sellerId() != null && !before.sellerId().equals(event.sellerId())) {
            return Optional.of(
                    "it names seller " + event.sellerId() + ", but the appeal is that of " + before.sellerId());
        }
        if (before.lastOccurredAt() != null && event.occurredAt().isBefore(before.lastOccurredAt())) {
            return Optional.of("it happened at " + event.occurredAt() + ", before the event before it, at "
                    + before.lastOccurredAt());
        }
        Position said = new Position(event.status(), event.stage(), event.closureReason());
        Position amountsTo = Position.after(before, event.event());
        return said.equals(amountsTo)
                ? Optional.empty()
                : Optional.of("it says " + said + ", but " + event.event().type() + " leads to " + amountsTo);
    }
}
