package io.appeals.commands.verify;

import io.appeals.commands.appeal.AppealDecider;
import io.appeals.commands.appeal.AppealState;
import io.appeals.schema.appeal.AppealId;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.topic.AppealPartition;
import io.appeals.schema.wire.UndecodableRecordException;
import io.appeals.schema.wire.WireFormat;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads one partition of the log, event by event in its order, and proves: every event can be decoded, stands where its
 * appeal lives and can be folded; versions of an appeal are 1, 2, 3 … without gap or repeat; a command led to something
 * once only; what an event says of the appeal's status, stage and seller is what its events so far amount to.
 *
 * <p>Holds the states of the partition's appeals and their commands' ids in memory; verify partition by partition.
 */
public final class LogVerifier {

    private final AppealDecider decider;
    private final WireFormat<RecordedEvent> wire;
    private final int partition;
    private final int partitions;
    private final Map<String, Case> cases = new HashMap<>();
    private long events;

    private static final class Case {
        private AppealState state = AppealState.initial();
        private final Set<UUID> commands = new HashSet<>();
    }

    /** @param partitions that the events topic has */
    public LogVerifier(AppealDecider decider, WireFormat<RecordedEvent> wire, int partition, int partitions) {
        this.decider = decider;
        this.wire = wire;
        this.partition = partition;
        this.partitions = partitions;
    }

    /**
     * Takes in the next record.
     *
     * @throws BrokenLogException at the first that breaks a promise
     */
    public void verify(long offset, @Nullable String key, byte @Nullable [] value) {
        RecordedEvent event = decoded(offset, key, value);
        String appealId = event.appealId();
        require(appealId.equals(key), offset, appealId, "the record's key is '" + key + "'");
        int home = AppealPartition.of(appealId, partitions);
        require(home == partition, offset, appealId, "it lives in partition " + home);
        verify(offset, event, cases.computeIfAbsent(appealId, id -> new Case()));
        events++;
    }

    private void verify(long offset, RecordedEvent event, Case known) {
        String appealId = event.appealId();
        long expected = known.state.version() + 1;
        require(
                event.version() == expected,
                offset,
                appealId,
                "version " + expected + " was expected, but it is " + event.version());
        require(
                known.commands.add(fingerprint(event.commandId())),
                offset,
                appealId,
                "command " + event.commandId() + " was applied before");
        AppealState after = folded(offset, event, known.state);
        known.state = after;
    }

    private RecordedEvent decoded(long offset, @Nullable String key, byte @Nullable [] value) {
        if (value == null) {
            throw new BrokenLogException(String.valueOf(key), partition, offset, "the record has no value");
        }
        try {
            return wire.decode(value);
        } catch (UndecodableRecordException e) {
            throw new BrokenLogException(String.valueOf(key), partition, offset, String.valueOf(e.getMessage()));
        }
    }

    private AppealState folded(long offset, RecordedEvent event, AppealState before) {
        try {
            decider.contradiction(before, event).ifPresent(wrong -> {
                throw new BrokenLogException(event.appealId(), partition, offset, wrong);
            });
            return decider.evolve(before, event);
        } catch (BrokenLogException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new BrokenLogException(
                    event.appealId(), partition, offset, event.event().type() + " cannot be folded: " + e.getMessage());
        }
    }

    private void require(boolean holds, long offset, String appealId, String otherwise) {
        if (!holds) {
            throw new BrokenLogException(appealId, partition, offset, otherwise);
        }
    }

    /** 16 bytes an id, whatever senders make up. */
    private static UUID fingerprint(String commandId) {
        return AppealId.nameBased(AppealId.NAMESPACE, commandId);
    }

    /** How many events were verified. */
    public long events() {
        return events;
    }

    /** How many appeals they belong to. */
    public int appeals() {
        return cases.size();
    }

    /** The version that an appeal has reached; 0 if it has no event here. */
    public long version(String appealId) {
        Case known = cases.get(appealId);
        return known == null ? 0 : known.state.version();
    }
}
