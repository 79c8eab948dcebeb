package io.appeals.commands.writer.ledger;

import io.appeals.commands.appeal.AppealDecider;
import io.appeals.commands.appeal.Decision;
import io.appeals.commands.appeal.EventRecorder;
import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.result.CommandResult;
import io.appeals.schema.result.FieldError;
import io.appeals.schema.result.Rejection;
import io.appeals.schema.result.RejectionType;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a batch changes, on top of what is known: each command is decided on what the ones before it led to. Thrown away
 * when the batch is not committed, so that nothing half-applied is ever seen.
 */
public final class BatchLedger implements KnownAppeals {

    /** How far a sender's clock may be ahead of the owner's. */
    public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    /** How long ago a sender may have issued a command. Topics keep them for a week; what is older by far is no such time. */
    public static final Duration LONGEST_WAY = Duration.ofDays(365);

    /** One appeal of one partition. */
    public record AppealKey(int partition, String appealId) {}

    /** One command of one appeal. */
    public record CommandKey(int partition, String appealId, String commandId) {}

    private final KnownAppeals known;
    private final AppealDecider decider;
    private final Map<AppealKey, KnownAppeal> appeals = new HashMap<>();
    private final Map<CommandKey, RememberedCommand> commands = new HashMap<>();

    public BatchLedger(KnownAppeals known, AppealDecider decider) {
        this.known = known;
        this.decider = decider;
    }

    /**
     * Decides a command and remembers what it led to.
     *
     * @param now the owner's time
     */
    public Ruling rule(int partition, IssuedCommand issued, String digest, Instant now) {
        KnownAppeal appeal = appeal(partition, issued.appealId());
        KnownAppeal current = appeal == null ? KnownAppeal.NONE : appeal;
        if (current.unreadableSince() != null) {
            return new Ruling.Undecidable("the appeal's history cannot be read from offset " + current.unreadableSince()
                    + " of partition " + partition + " on");
        }
        RememberedCommand before = appeal == null ? null : command(partition, issued.appealId(), issued.commandId());
        if (before != null) {
            return new Ruling.Answered(
                    before.digest().equals(digest)
                            ? before.result(issued.commandId(), issued.appealId())
                            : rejected(issued, reused(current, issued), now));
        }
        if (issued.issuedAt().isAfter(now.plus(CLOCK_TOLERANCE))) {
            return new Ruling.Answered(rejected(issued, fromTheFuture(issued, now), now));
        }
        if (issued.issuedAt().isBefore(now.minus(LONGEST_WAY))) {
            return new Ruling.Answered(rejected(issued, fromLongAgo(issued, now), now));
        }
        return switch (decider.decide(current.state(), issued)) {
            case Decision.Rejected(Rejection rejection) -> new Ruling.Answered(rejected(issued, rejection, now));
            case Decision.Accepted(var events) ->
                accepted(partition, issued, EventRecorder.record(current.state(), issued, events, now, digest));
        };
    }

    private Ruling accepted(int partition, IssuedCommand issued, EventRecorder.Recorded recorded) {
        List<RecordedEvent> events = recorded.events();
        appeals.put(new AppealKey(partition, issued.appealId()), KnownAppeal.of(recorded.state()));
        RememberedCommand remembered = null;
        for (RecordedEvent event : events) {
            remembered = RememberedCommand.of(remembered, event);
        }
        if (remembered == null) {
            throw new IllegalStateException(issued.command().type() + " was accepted without an event");
        }
        commands.put(new CommandKey(partition, issued.appealId(), issued.commandId()), remembered);
        return new Ruling.Accepted(remembered.result(issued.commandId(), issued.appealId()), events);
    }

    /** A stranger to the case learns nothing of the first command, not even that there is one. */
    private Rejection reused(KnownAppeal appeal, IssuedCommand issued) {
        return decider.strangersRefusal(appeal.state(), issued)
                .orElseGet(() -> new Rejection(
                        RejectionType.IDEMPOTENCY_KEY_REUSED,
                        null,
                        "The id " + issued.commandId()
                                + " names a command that was accepted before with other content. Give a new command a new id.",
                        List.of(),
                        null,
                        List.of()));
    }

    private static Rejection fromTheFuture(IssuedCommand issued, Instant now) {
        return wrongTime(
                "in-the-future",
                issued,
                now,
                CLOCK_TOLERANCE.toMinutes() + " minutes ahead are allowed: set the sender's clock.");
    }

    /** Mostly a number of seconds where milliseconds belong. Nothing may run out because of it. */
    private static Rejection fromLongAgo(IssuedCommand issued, Instant now) {
        return wrongTime(
                "long-ago",
                issued,
                now,
                LONGEST_WAY.toDays()
                        + " days back are allowed. It is the time at which the command was sent, in milliseconds; when the"
                        + " marketplace acted is appliedAt.");
    }

    private static Rejection wrongTime(String code, IssuedCommand issued, Instant now, String allowed) {
        String detail = "issuedAt is " + issued.issuedAt() + ", but here it is " + now + ". At most " + allowed;
        return Rejection.malformed(new FieldError("/issuedAt", code, detail));
    }

    private static CommandResult rejected(IssuedCommand issued, Rejection rejection, Instant now) {
        return CommandResult.rejected(issued.commandId(), issued.appealId(), rejection, now);
    }

    /**
     * Takes in an event of the log. One that is known already changes nothing; after one that does not follow on what
     * is known, nothing is decided on its appeal any more.
     *
     * @param offset where it stands
     */
    public void fold(int partition, long offset, RecordedEvent event) {
        AppealKey key = new AppealKey(partition, event.appealId());
        KnownAppeal appeal = appeal(partition, event.appealId());
        KnownAppeal current = appeal == null ? KnownAppeal.NONE : appeal;
        if (current.unreadableSince() != null
                || event.version() <= current.state().version()) {
            return;
        }
        appeals.put(key, next(current, offset, event));
        commands.compute(
                new CommandKey(partition, event.appealId(), event.commandId()),
                (command, inBatch) -> RememberedCommand.of(
                        inBatch == null ? known.command(partition, event.appealId(), event.commandId()) : inBatch,
                        event));
    }

    private KnownAppeal next(KnownAppeal current, long offset, RecordedEvent event) {
        if (event.version() != current.state().version() + 1) {
            return current.unreadableSince(offset);
        }
        try {
            return KnownAppeal.of(decider.evolve(current.state(), event));
        } catch (RuntimeException e) {
            // whatever a rule of this release chokes on, the appeal's other events cannot be trusted without it
            return current.unreadableSince(offset);
        }
    }

    /** Takes note of an event that cannot even be decoded. */
    public void foldUnreadable(int partition, long offset, String appealId) {
        KnownAppeal appeal = appeal(partition, appealId);
        appeals.put(
                new AppealKey(partition, appealId),
                (appeal == null ? KnownAppeal.NONE : appeal).unreadableSince(offset));
    }

    @Override
    public @Nullable KnownAppeal appeal(int partition, String appealId) {
        KnownAppeal changed = appeals.get(new AppealKey(partition, appealId));
        return changed == null ? known.appeal(partition, appealId) : changed;
    }

    @Override
    public @Nullable RememberedCommand command(int partition, String appealId, String commandId) {
        RememberedCommand added = commands.get(new CommandKey(partition, appealId, commandId));
        return added == null ? known.command(partition, appealId, commandId) : added;
    }

    /**
     * What will be known once this is committed, for the batch that is decided meanwhile. It holds on to this ledger's
     * changes only, not to what lies beneath: that has been taken over into what is known by then.
     *
     * @param committed what is known of all that is committed
     */
    public KnownAppeals onceCommitted(KnownAppeals committed) {
        return new PendingChanges(appeals, commands, committed);
    }

    /** The appeals that are no longer as they were known. */
    public Map<AppealKey, KnownAppeal> changedAppeals() {
        return appeals;
    }

    /** The commands that were accepted. */
    public Map<CommandKey, RememberedCommand> acceptedCommands() {
        return commands;
    }
}
