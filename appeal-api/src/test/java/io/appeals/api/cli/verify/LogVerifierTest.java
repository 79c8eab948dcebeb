package io.appeals.api.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appeals.schema.event.AppealEvent;
import io.appeals.schema.event.RecordedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is done to a sound log, the verifier finds it and names the appeal. */
class LogVerifierTest {

    private static LongStream seeds() {
        return LongStream.range(1, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aSoundLogIsProved(long seed) {
        LogVerifier verifier = new LogVerifier();

        SoundLog.seeded(seed).events().forEach(event -> verifier.verify(event.appealId(), event));

        assertThat(verifier.appeals()).isEqualTo(5);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anEventThatIsMissingIsFound(long seed) {
        List<RecordedEvent> events = new ArrayList<>(SoundLog.seeded(seed).events());
        RecordedEvent missing = events.remove(indexOfOneThatIsFollowed(events, new Random(seed)));

        assertThatThrownBy(verifying(events))
                .isInstanceOf(BrokenAppealException.class)
                .hasMessageContaining("appeal " + missing.appealId())
                .hasMessageContaining("follows version " + (missing.version() - 1))
                .hasMessageContaining("missing");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anEventThatWasWrittenTwiceIsFound(long seed) {
        List<RecordedEvent> events = new ArrayList<>(SoundLog.seeded(seed).events());
        Random random = new Random(seed);
        int index = random.nextInt(events.size());
        RecordedEvent twice = events.get(index);
        events.add(index + 1 + random.nextInt(events.size() - index), twice);

        assertThatThrownBy(verifying(events))
                .isInstanceOf(BrokenAppealException.class)
                .hasMessageContaining("appeal " + twice.appealId())
                .hasMessageContaining("version " + twice.version())
                .hasMessageContaining("comes again");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aCommandThatWasAppliedTwiceIsFound(long seed) {
        List<RecordedEvent> events = new ArrayList<>(SoundLog.seeded(seed).events());
        RecordedEvent last = events.getLast();
        RecordedEvent earlier = events.stream()
                .filter(event -> event.appealId().equals(last.appealId()))
                .toList()
                .getFirst();
        events.set(events.size() - 1, byCommand(last, earlier.commandId()));

        assertThatThrownBy(verifying(events))
                .isInstanceOf(BrokenAppealException.class)
                .hasMessageContaining("appeal " + last.appealId())
                .hasMessageContaining("command " + earlier.commandId())
                .hasMessageContaining("applied before");
    }

    @Test
    void severalEventsOfOneDecisionAreOneCommand() {
        Instant at = Instant.parse("2026-01-01T00:00:00Z");
        List<RecordedEvent> events = SoundLog.seeded(1).events();
        AppliedCommands commands = new AppliedCommands();
        RecordedEvent first = withEvent(events.getFirst(), at, new AppealEvent.ReviewStarted("R-1", null));
        RecordedEvent second = withEvent(events.getFirst(), at, new AppealEvent.ReviewerAssigned("R-1", null, null));

        assertThat(commands.add(first)).isTrue();
        assertThat(commands.add(second)).isTrue();
        assertThat(commands.add(withEvent(second, at.plusMillis(1), second.event())))
                .as("written again later")
                .isFalse();
    }

    @Test
    void anEventUnderAnotherAppealsKeyIsFound() {
        RecordedEvent event = SoundLog.seeded(1).events().getFirst();

        assertThatThrownBy(() -> new LogVerifier().verify("another-appeal", event))
                .isInstanceOf(BrokenAppealException.class)
                .hasMessageContaining(event.appealId())
                .hasMessageContaining("under the key another-appeal");
    }

    @Test
    void anEventThatCannotFollowIsFound() {
        RecordedEvent first = SoundLog.seeded(1).events().getFirst();
        RecordedEvent beginsInTheMiddle =
                withEvent(first, first.recordedAt(), new AppealEvent.AppealRecategorized("A", "B", "wrong one"));

        assertThatThrownBy(verifying(List.of(beginsInTheMiddle)))
                .isInstanceOf(BrokenAppealException.class)
                .hasMessageContaining("appeal " + first.appealId())
                .hasMessageContaining("cannot be folded");
    }

    @Test
    void timeThatRunsBackwardsIsFound() {
        List<RecordedEvent> events = new ArrayList<>(SoundLog.seeded(1).events());
        RecordedEvent last = events.getLast();
        events.set(events.size() - 1, at(last, Instant.EPOCH));

        assertThatThrownBy(verifying(events))
                .isInstanceOf(BrokenAppealException.class)
                .hasMessageContaining("happened before the event that it follows");
    }

    private static ThrowingCallable verifying(List<RecordedEvent> events) {
        LogVerifier verifier = new LogVerifier();
        return () -> events.forEach(event -> verifier.verify(event.appealId(), event));
    }

    private static int indexOfOneThatIsFollowed(List<RecordedEvent> events, Random random) {
        while (true) {
            int index = random.nextInt(events.size());
            RecordedEvent chosen = events.get(index);
            boolean followed = events.stream()
                    .skip(index + 1)
                    .anyMatch(later -> later.appealId().equals(chosen.appealId()));
            if (followed) {
                return index;
            }
        }
    }

    private static RecordedEvent byCommand(RecordedEvent event, String commandId) {
        return copy(event, event.occurredAt(), event.recordedAt(), commandId, event.event());
    }

    private static RecordedEvent withEvent(RecordedEvent event, Instant recordedAt, AppealEvent what) {
        return copy(event, event.occurredAt(), recordedAt, event.commandId(), what);
    }

    private static RecordedEvent at(RecordedEvent event, Instant occurredAt) {
        return copy(event, occurredAt, event.recordedAt(), event.commandId(), event.event());
    }

    private static RecordedEvent copy(
            RecordedEvent event, Instant occurredAt, Instant recordedAt, String commandId, AppealEvent what) {
        return new RecordedEvent(
                event.eventId(),
                event.appealId(),
                event.sellerId(),
                event.version(),
                occurredAt,
                recordedAt,
                commandId,
                event.commandDigest(),
                event.actor(),
                event.status(),
                event.stage(),
                event.closureReason(),
                what);
    }
}
