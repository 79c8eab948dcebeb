package io.appeals.api.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.appeals.commands.appeal.AppealDecider;
import io.appeals.commands.appeal.AppealState;
import io.appeals.commands.appeal.Decision;
import io.appeals.commands.appeal.EventRecorder;
import io.appeals.commands.category.yaml.CategoryFile;
import io.appeals.commands.lifecycle.AvailableAction;
import io.appeals.commands.lifecycle.LifecyclePolicy;
import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.ActorType;
import io.appeals.schema.command.AppealCommand;
import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.result.CommandResult;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The product's rules, without log and HTTP. */
final class InMemoryProduct {

    private final AppealDecider decider = new AppealDecider(CategoryFile.shipped(), LifecyclePolicy.defaults());
    private final Map<String, AppealState> states = new HashMap<>();
    private final Map<String, CommandResult> results = new HashMap<>();
    private final InstantSource clock;

    InMemoryProduct(InstantSource clock) {
        this.clock = clock;
    }

    synchronized AppealState state(String appealId) {
        return states.getOrDefault(appealId, AppealState.initial());
    }

    /** What the person may do now. */
    synchronized List<String> offered(String appealId, Person.Role role, String id) {
        AppealState state = state(appealId);
        return decider.availableActions().of(state, actor(state, role, id), clock.instant()).stream()
                .map(AvailableAction::action)
                .toList();
    }

    /** The same command id gets the first answer again. */
    synchronized CommandResult send(
            Person.Role role,
            String id,
            String verb,
            String path,
            JsonNode body,
            String commandId,
            @Nullable Long expectedVersion) {
        CommandResult known = results.get(commandId);
        if (known != null) {
            return known;
        }
        RequestsAsCommands.Addressed addressed = RequestsAsCommands.read(verb, path, body, commandId);
        AppealState before = state(addressed.appealId());
        IssuedCommand issued = new IssuedCommand(
                commandId,
                addressed.appealId(),
                expectedVersion,
                actor(before, role, id),
                clock.instant(),
                addressed.command());
        CommandResult result = decide(before, issued);
        results.put(commandId, result);
        return result;
    }

    /** What the product's own timers would do by now: whether the appeal has lapsed. */
    synchronized boolean lapses(String appealId) {
        IssuedCommand lapse = new IssuedCommand(
                "lapse-" + appealId + "-" + state(appealId).version(),
                appealId,
                null,
                Actor.of(ActorType.SYSTEM, "sla"),
                clock.instant(),
                new AppealCommand.LapseAppeal("Its time is over."));
        return decide(state(appealId), lapse).isAccepted();
    }

    private CommandResult decide(AppealState before, IssuedCommand issued) {
        return switch (decider.decide(before, issued)) {
            case Decision.Rejected rejected ->
                CommandResult.rejected(issued.commandId(), issued.appealId(), rejected.rejection(), issued.issuedAt());
            case Decision.Accepted accepted -> {
                AppealState after = EventRecorder.record(before, issued, accepted.events(), issued.issuedAt(), "")
                        .state();
                states.put(issued.appealId(), after);
                yield CommandResult.accepted(
                        issued.commandId(),
                        issued.appealId(),
                        after.version(),
                        Objects.requireNonNull(after.status()),
                        after.stage(),
                        accepted.events().stream().map(event -> event.type()).toList(),
                        issued.issuedAt());
            }
        };
    }

    private static Actor actor(AppealState state, Person.Role role, String id) {
        if (role != Person.Role.REPRESENTATIVE) {
            return Actor.of(ActorType.valueOf(role.name()), id);
        }
        return state.mandates().stream()
                .filter(mandate -> mandate.representativeId().equals(id))
                .findFirst()
                .map(mandate -> Actor.representative(id, Objects.requireNonNull(state.sellerId()), mandate.mandateId()))
                .orElseThrow(() -> new IllegalStateException(id + " has no mandate"));
    }
}
