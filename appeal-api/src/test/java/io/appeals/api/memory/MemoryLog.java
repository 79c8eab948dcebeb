package io.appeals.api.memory;

import io.appeals.commands.CommandAnswer;
import io.appeals.commands.CommandDoor;
import io.appeals.commands.appeal.AppealDecider;
import io.appeals.commands.appeal.AppealState;
import io.appeals.commands.appeal.Decision;
import io.appeals.commands.appeal.EventRecorder;
import io.appeals.commands.category.CategoryCatalogue;
import io.appeals.commands.lifecycle.LifecyclePolicy;
import io.appeals.projections.status.AppealView;
import io.appeals.projections.status.AppealViewFold;
import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.result.CommandResult;
import io.appeals.schema.result.Rejection;
import io.appeals.schema.result.RejectionType;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Decides by the real rules and keeps what happened in memory. */
@Singleton
@Replaces(CommandDoor.class)
@Requires(property = "test.memory-log")
public class MemoryLog implements CommandDoor {

    private final AppealDecider decider;
    private final Map<String, AppealState> states = new HashMap<>();
    private final Map<String, List<RecordedEvent>> events = new LinkedHashMap<>();
    private final Map<String, AppealView> views = new LinkedHashMap<>();
    private final Map<String, CommandResult> results = new HashMap<>();
    private final Map<String, String> contents = new HashMap<>();
    private @Nullable String unavailable;
    private boolean silent;

    MemoryLog(CategoryCatalogue catalogue, LifecyclePolicy policy) {
        this.decider = new AppealDecider(catalogue, policy);
    }

    /** From now on no command is taken, for this reason; null for as usual. */
    public synchronized void takeNone(@Nullable String reason) {
        unavailable = reason;
    }

    /** From now on owners do not answer in time. */
    public synchronized void beSilent(boolean now) {
        silent = now;
    }

    @Override
    public synchronized CompletableFuture<CommandAnswer> submit(IssuedCommand command) {
        return CompletableFuture.completedFuture(answer(command, silent));
    }

    @Override
    public synchronized CompletableFuture<CommandAnswer> submitAsync(IssuedCommand command) {
        return CompletableFuture.completedFuture(answer(command, true));
    }

    @Override
    public synchronized Optional<CommandAnswer> recent(String commandId) {
        return Optional.ofNullable(results.get(commandId)).map(CommandAnswer.Decided::new);
    }

    synchronized Optional<AppealView> view(String appealId) {
        return Optional.ofNullable(views.get(appealId));
    }

    synchronized List<AppealView> views() {
        return List.copyOf(views.values());
    }

    synchronized List<RecordedEvent> events(String appealId) {
        return List.copyOf(events.getOrDefault(appealId, List.of()));
    }

    private CommandAnswer answer(IssuedCommand command, boolean late) {
        if (unavailable != null) {
            return new CommandAnswer.Unavailable(command.commandId(), unavailable, Duration.ofSeconds(2));
        }
        CommandResult result = decided(command);
        return late
                ? new CommandAnswer.Pending(command.commandId(), command.appealId())
                : new CommandAnswer.Decided(result);
    }

    private CommandResult decided(IssuedCommand command) {
        CommandResult known = results.get(command.commandId());
        if (known != null) {
            return content(command).equals(contents.get(command.commandId())) ? known : reused(command);
        }
        CommandResult result = decide(command);
        if (result.isAccepted()) {
            contents.put(command.commandId(), content(command));
            results.put(command.commandId(), result);
        }
        return result;
    }

    private static String content(IssuedCommand command) {
        return command.appealId() + command.actor() + command.command();
    }

    private static CommandResult reused(IssuedCommand command) {
        Rejection rejection = new Rejection(
                RejectionType.IDEMPOTENCY_KEY_REUSED, null, "Send it under another id.", List.of(), null, List.of());
        return CommandResult.rejected(command.commandId(), command.appealId(), rejection, Instant.now());
    }

    private CommandResult decide(IssuedCommand command) {
        AppealState before = states.getOrDefault(command.appealId(), AppealState.initial());
        return switch (decider.decide(before, command)) {
            case Decision.Rejected rejected ->
                CommandResult.rejected(command.commandId(), command.appealId(), rejected.rejection(), Instant.now());
            case Decision.Accepted accepted -> append(before, command, accepted);
        };
    }

    private CommandResult append(AppealState before, IssuedCommand command, Decision.Accepted accepted) {
        EventRecorder.Recorded recorded =
                EventRecorder.record(before, command, accepted.events(), Instant.now(), "digest");
        states.put(command.appealId(), recorded.state());
        for (RecordedEvent event : recorded.events()) {
            events.computeIfAbsent(event.appealId(), _ -> new ArrayList<>()).add(event);
            views.put(event.appealId(), AppealViewFold.fold(views.get(event.appealId()), event));
        }
        RecordedEvent last = recorded.events().getLast();
        return CommandResult.accepted(
                command.commandId(),
                command.appealId(),
                last.version(),
                last.status(),
                last.stage(),
                recorded.events().stream().map(event -> event.event().type()).toList(),
                Instant.now());
    }
}
