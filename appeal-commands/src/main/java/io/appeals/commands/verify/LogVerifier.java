package io.appeals.commands.verify;

import io.appeals.commands.appeal.AppealDecider;
import io.appeals.commands.appeal.AppealState;
import io.appeals.commands.category.CategoryCatalogue;
import io.appeals.commands.lifecycle.LifecyclePolicy;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.topic.AppealPartition;
import io.appeals.schema.wire.UndecodableRecordException;
import io.appeals.schema.wire.WireFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one partition of the log, event by event in its order, and proves: every event can be decoded, stands where its
 * appeal lives and can be folded; versions of an appeal are 1, 2, 3 … without gap or repeat; a command led to something
 * once only; what an event says of the appeal's status, stage and seller is what its events so far amount to.
 *
 * <p>Holds the states of the partition's appeals and their commands in memory; verify partition by partition.
 */
public final class LogVerifier {

    /** Folding asks neither categories nor policies: they have spoken when the event was decided. */
    private static final AppealDecider DECIDER =
            new AppealDecider(new CategoryCatalogue("none", List.of()), LifecyclePolicy.defaults());

    private static final String NO_KEY = "(none)";

    private final WireFormat<RecordedEvent> wire;
    private final int partition;
    private final int partitions;
    private final Map<String, Case> cases = new HashMap<>();
    private long events;

    private static final class Case {
        private AppealState state = AppealState.initial();
        private final AppliedCommands commands = new AppliedCommands();
    }

    /** @param partitions that the events topic has */
    public LogVerifier(WireFormat<RecordedEvent> wire, int partition, int partitions) {
        this.wire = wire;
        this.partition = partition;
        this.partitions = partitions;
    }

    /**
     * Takes in the next record.
     *
     * @return the event that it holds
     * @throws BrokenLogException at the first that breaks a promise
     */
    public RecordedEvent verify(long offset, @Nullable String key, byte @Nullable [] value) {
        RecordedEvent event = decoded(offset, key, value);
        String appealId = event.appealId();
        require(appealId.equals(key), offset, appealId, at(event) + " stands under the key '" + key + "'");
        int home = AppealPartition.of(appealId, partitions);
        require(home == partition, offset, appealId, "it lives in partition " + home);
        verify(offset, event, cases.computeIfAbsent(appealId, _ -> new Case()));
        events++;
        return event;
    }

    private void verify(long offset, RecordedEvent event, Case known) {
        String appealId = event.appealId();
        long before = known.state.version();
        require(event.version() > before, offset, appealId, at(event) + " comes again after version " + before);
        require(
                event.version() == before + 1,
                offset,
                appealId,
                at(event) + " follows version " + before + ": what is between is missing");
        require(
                known.commands.add(event.commandId()),
                offset,
                appealId,
                at(event) + " comes from command " + event.commandId() + ", which was applied before");
        known.state = folded(offset, event, known.state);
    }

    private RecordedEvent decoded(long offset, @Nullable String key, byte @Nullable [] value) {
        String appealId = key == null ? NO_KEY : key;
        if (value == null) {
            throw new BrokenLogException(appealId, partition, offset, "the record has no value");
        }
        try {
            return wire.decode(value);
        } catch (UndecodableRecordException e) {
            throw new BrokenLogException(appealId, partition, offset, "it cannot be decoded: " + e.getMessage());
        }
    }

    private AppealState folded(long offset, RecordedEvent event, AppealState before) {
        try {
            DECIDER.contradiction(before, event).ifPresent(wrong -> {
                throw new BrokenLogException(event.appealId(), partition, offset, wrong);
            });
            return DECIDER.evolve(before, event);
        } catch (BrokenLogException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new BrokenLogException(
                    event.appealId(), partition, offset, at(event) + " cannot be folded: " + e.getMessage());
        }
    }

    private void require(boolean holds, long offset, String appealId, String otherwise) {
        if (!holds) {
            throw new BrokenLogException(appealId, partition, offset, otherwise);
        }
    }

    private static String at(RecordedEvent event) {
        return "version " + event.version() + " (" + event.event().type() + ")";
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
