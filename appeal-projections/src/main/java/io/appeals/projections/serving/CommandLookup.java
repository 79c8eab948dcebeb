package io.appeals.projections.serving;

import io.appeals.projections.store.CommandOutcome;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.result.CommandResult;
import io.appeals.schema.wire.Published;
import io.appeals.schema.wire.WireFormat;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Finds what became of a command. A command's id says nothing about its appeal, so every partition is asked. Events are
 * believed before published results: a command that was accepted and whose id was used again for something else was
 * accepted, whatever the second answer said.
 */
final class CommandLookup {

    private static final WireFormat<CommandResult> RESULTS = Published.COMMAND_RESULTS.wireFormat();

    private CommandLookup() {}

    /** @param today in UTC; outcomes are looked for from a week before to the day after, for owners whose clocks are ahead */
    static Optional<CommandResult> find(String commandId, long today, List<StoredAppeals> partitions) {
        return partitions.stream()
                .flatMap(appeals -> LongStream.rangeClosed(today - CommandOutcome.DAYS_KEPT, today + 1)
                        .boxed()
                        .flatMap(day -> of(commandId, day, appeals)))
                .min(Comparator.comparing(CommandResult::isAccepted)
                        .reversed()
                        .thenComparing(CommandResult::decidedAt));
    }

    private static Stream<CommandResult> of(String commandId, long day, StoredAppeals appeals) {
        Optional<CommandResult> accepted =
                appeals.accepted(day, commandId).flatMap(outcome -> fromEvents(commandId, outcome, appeals));
        Optional<CommandResult> published = appeals.published(day, commandId)
                .map(outcome -> RESULTS.decode(Objects.requireNonNull(outcome.result())));
        return Stream.concat(accepted.stream(), published.stream());
    }

    /** The events that a command led to stand together; the outcome knows the last one. */
    private static Optional<CommandResult> fromEvents(String commandId, CommandOutcome outcome, StoredAppeals appeals) {
        Deque<RecordedEvent> events = new ArrayDeque<>();
        Optional<RecordedEvent> event = appeals.event(outcome.appealId(), outcome.version());
        while (event.filter(each -> each.commandId().equals(commandId)).isPresent()) {
            events.addFirst(event.get());
            event = appeals.event(outcome.appealId(), event.get().version() - 1);
        }
        if (events.isEmpty()) {
            return Optional.empty();
        }
        RecordedEvent last = events.getLast();
        return Optional.of(CommandResult.accepted(
                commandId,
                last.appealId(),
                last.version(),
                last.status(),
                last.stage(),
                events.stream().map(each -> each.event().type()).toList(),
                last.recordedAt()));
    }
}
