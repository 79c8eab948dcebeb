package io.appeals.commands.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appeals.commands.writer.SampleCommands;
import io.appeals.commands.writer.ledger.BatchLedger;
import io.appeals.commands.writer.ledger.CommandDigest;
import io.appeals.commands.writer.ledger.KnownToTest;
import io.appeals.commands.writer.ledger.Ruling;
import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.wire.Published;
import io.appeals.schema.wire.WireFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is done to a sound log, the verifier finds it and names the appeal. */
class DamagedLogTest {

    private static final int APPEALS = 5;
    private static final int EVENTS = 60;
    private static final int ONLY_PARTITION = 0;

    private final WireFormat<RecordedEvent> wire = Published.EVENTS.wireFormat();

    private static LongStream seeds() {
        return LongStream.range(1, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aSoundLogIsProved(long seed) {
        LogVerifier verifier = verified(soundLog(new Random(seed)));

        assertThat(verifier.appeals()).isEqualTo(APPEALS);
        assertThat(verifier.events()).isEqualTo(EVENTS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anEventThatIsMissingIsFound(long seed) {
        Random random = new Random(seed);
        List<RecordedEvent> events = soundLog(random);
        RecordedEvent missing = events.remove(indexOfOneThatIsFollowed(events, random));

        isBroken(events, missing, "follows version " + (missing.version() - 1) + ": what is between is missing");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anEventThatWasWrittenTwiceIsFound(long seed) {
        Random random = new Random(seed);
        List<RecordedEvent> events = soundLog(random);
        int index = random.nextInt(events.size());
        RecordedEvent twice = events.get(index);
        events.add(index + 1 + random.nextInt(events.size() - index), twice);

        isBroken(events, twice, "version " + twice.version());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anAppealWhoseEventsChangedPlacesIsFound(long seed) {
        Random random = new Random(seed);
        List<RecordedEvent> events = soundLog(random);
        int index = indexOfOneThatIsFollowed(events, random);
        RecordedEvent moved = events.remove(index);
        events.add(moved);

        isBroken(events, moved, "what is between is missing");
    }

    private void isBroken(List<RecordedEvent> events, RecordedEvent damaged, String because) {
        assertThatThrownBy(() -> verified(events))
                .isInstanceOf(BrokenLogException.class)
                .hasMessageContaining("appeal " + damaged.appealId() + " is broken")
                .hasMessageContaining(because);
    }

    private LogVerifier verified(List<RecordedEvent> events) {
        LogVerifier verifier = new LogVerifier(wire, ONLY_PARTITION, 1);
        long offset = 0;
        for (RecordedEvent event : events) {
            verifier.verify(offset++, event.appealId(), wire.encode(event));
        }
        return verifier;
    }

    /** Enforcements and messages about them, those of the several appeals among each other. */
    private static List<RecordedEvent> soundLog(Random random) {
        BatchLedger ledger = new BatchLedger(new KnownToTest(), SampleCommands.decider());
        List<RecordedEvent> events = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            String listing = "L-" + (i < APPEALS ? i : random.nextInt(APPEALS));
            IssuedCommand command = i < APPEALS
                    ? SampleCommands.enforcement("c" + i, "seller", listing)
                    : SampleCommands.message("c" + i, "seller", listing, "message " + i);
            Ruling ruling = ledger.rule(
                    ONLY_PARTITION, command, CommandDigest.of(command).digest(), Instant.now());
            events.addAll(((Ruling.Accepted) ruling).events());
        }
        return events;
    }

    private static int indexOfOneThatIsFollowed(List<RecordedEvent> events, Random random) {
        while (true) {
            int index = random.nextInt(events.size());
            RecordedEvent chosen = events.get(index);
            if (events.stream()
                    .skip(index + 1)
                    .anyMatch(later -> later.appealId().equals(chosen.appealId()))) {
                return index;
            }
        }
    }
}
