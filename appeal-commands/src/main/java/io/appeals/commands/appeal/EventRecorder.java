package io.appeals.commands.appeal;

import io.appeals.schema.appeal.AppealId;
import io.appeals.schema.command.AppealCommand;
import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.event.AppealEvent;
import io.appeals.schema.event.RecordedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Turns what was decided into facts for the log: numbered, dated, and saying how the appeal stands after each. */
public final class EventRecorder {

    private EventRecorder() {}

    /**
     * What goes to the log, and the appeal's state after it.
     *
     * @param events with versions that continue the state's without gap
     */
    public record Recorded(List<RecordedEvent> events, AppealState state) {

        public Recorded {
            events = List.copyOf(events);
        }
    }

    /**
     * Records accepted events on the state that they were decided on.
     *
     * @param recordedAt the owner's time
     * @param commandDigest fingerprint of the command's content
     */
    public static Recorded record(
            AppealState before,
            IssuedCommand issued,
            List<AppealEvent> accepted,
            Instant recordedAt,
            String commandDigest) {
        AppealState state = before;
        List<RecordedEvent> events = new ArrayList<>(accepted.size());
        for (AppealEvent event : accepted) {
            RecordedEvent recorded = next(state, issued, event, recordedAt, commandDigest);
            events.add(recorded);
            state = Fold.evolve(state, recorded);
        }
        return new Recorded(events, state);
    }

    private static RecordedEvent next(
            AppealState state, IssuedCommand issued, AppealEvent event, Instant recordedAt, String commandDigest) {
        long version = state.version() + 1;
        Position after = Position.after(state, event);
        return new RecordedEvent(
                AppealId.nameBased(AppealId.NAMESPACE, issued.appealId() + "|" + version)
                        .toString(),
                issued.appealId(),
                sellerId(state, issued.command()),
                version,
                state.momentOf(issued.issuedAt()),
                Moments.inLog(recordedAt),
                issued.commandId(),
                commandDigest,
                issued.actor(),
                after.status(),
                after.stage(),
                after.closureReason(),
                event);
    }

    private static String sellerId(AppealState state, AppealCommand command) {
        String known = state.sellerId();
        if (known != null) {
            return known;
        }
        return switch (command) {
            case AppealCommand.RecordEnforcement first -> first.sellerId();
            case AppealCommand.OpenAppeal first -> first.sellerId();
            default -> throw new IllegalArgumentException(command.type() + " cannot begin an appeal");
        };
    }
}
