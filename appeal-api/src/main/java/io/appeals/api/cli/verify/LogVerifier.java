package io.appeals.api.cli.verify;

import io.appeals.commands.appeal.AppealDecider;
import io.appeals.commands.appeal.AppealState;
import io.appeals.commands.category.CategoryCatalogue;
import io.appeals.commands.lifecycle.LifecyclePolicy;
import io.appeals.projections.status.AppealView;
import io.appeals.projections.status.AppealViewFold;
import io.appeals.schema.event.RecordedEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Proves, event by event in the log's order, what every reader relies on: an appeal's versions are 1, 2, 3 … without gap
 * or repeat, no command was applied twice, and both the write side and the read side can fold every event.
 */
final class LogVerifier {

    /** Folding asks neither categories nor policies: they have spoken when the event was decided. */
    private static final AppealDecider DECIDER =
            new AppealDecider(new CategoryCatalogue("none", List.of()), LifecyclePolicy.defaults());

    private final Map<String, History> histories = new HashMap<>();

    private static final class History {
        private AppealState state = AppealState.initial();
        private @Nullable AppealView view;
        private final AppliedCommands commands = new AppliedCommands();
    }

    /**
     * @param key the record's key
     * @throws BrokenAppealException at the first thing that is wrong
     */
    void verify(String key, RecordedEvent event) {
        if (!event.appealId().equals(key)) {
            throw new BrokenAppealException(event.appealId(), at(event) + " stands under the key " + key);
        }
        History history = histories.computeIfAbsent(key, _ -> new History());
        verifyVersion(history.state.version(), event);
        verifyMoment(history.state, event);
        if (!history.commands.add(event)) {
            throw new BrokenAppealException(
                    key, at(event) + " comes from command " + event.commandId() + ", which was applied before");
        }
        fold(history, event);
    }

    private static void verifyVersion(long before, RecordedEvent event) {
        if (event.version() <= before) {
            throw new BrokenAppealException(event.appealId(), at(event) + " comes again after version " + before);
        }
        if (event.version() > before + 1) {
            throw new BrokenAppealException(
                    event.appealId(), at(event) + " follows version " + before + ": what is between is missing");
        }
    }

    private static void verifyMoment(AppealState before, RecordedEvent event) {
        if (before.lastOccurredAt() != null && event.occurredAt().isBefore(before.lastOccurredAt())) {
            throw new BrokenAppealException(event.appealId(), at(event) + " happened before the event that it follows");
        }
    }

    private static void fold(History history, RecordedEvent event) {
        try {
            history.state = DECIDER.evolve(history.state, event);
        } catch (RuntimeException unfoldable) {
            throw new BrokenAppealException(
                    event.appealId(), at(event) + " cannot be folded by the write side: " + unfoldable.getMessage());
        }
        try {
            history.view = AppealViewFold.fold(history.view, event);
        } catch (RuntimeException unfoldable) {
            throw new BrokenAppealException(
                    event.appealId(), at(event) + " cannot be folded by the read side: " + unfoldable.getMessage());
        }
    }

    private static String at(RecordedEvent event) {
        return "version " + event.version() + " (" + event.event().type() + ")";
    }

    /** How many appeals were seen since the last {@link #forget()}. */
    int appeals() {
        return histories.size();
    }

    /** Makes room: no event of these appeals will come any more. */
    void forget() {
        histories.clear();
    }
}
