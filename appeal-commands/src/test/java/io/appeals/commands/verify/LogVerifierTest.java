package io.appeals.commands.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appeals.commands.appeal.AppealDecider;
import io.appeals.commands.writer.SampleCommands;
import io.appeals.commands.writer.ledger.BatchLedger;
import io.appeals.commands.writer.ledger.CommandDigest;
import io.appeals.commands.writer.ledger.KnownToTest;
import io.appeals.commands.writer.ledger.Ruling;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.topic.AppealPartition;
import io.appeals.schema.wire.Published;
import io.appeals.schema.wire.WireFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogVerifierTest {

    private static final int PARTITIONS = 12;
    private static final String APPEAL = SampleCommands.appealId("seller", "L-1");
    private static final int HOME = AppealPartition.of(APPEAL, PARTITIONS);

    private final AppealDecider decider = SampleCommands.decider();
    private final WireFormat<RecordedEvent> wire = Published.EVENTS.wireFormat();
    private final List<RecordedEvent> log = log();

    @Test
    void aSoundLogIsFoundSound() {
        LogVerifier verifier = verifier(HOME);
        assertThatCode(() -> verify(verifier, log)).doesNotThrowAnyException();
        assertThat(verifier.events()).isEqualTo(3);
        assertThat(verifier.appeals()).isEqualTo(1);
        assertThat(verifier.version(APPEAL)).isEqualTo(3);
    }

    @Test
    void aGapIsFound() {
        isBroken(
                List.of(log.get(0), log.get(2)),
                "version 3 (MessagePosted) follows version 1: what is between is missing");
    }

    @Test
    void anEventThatStandsTwiceIsFound() {
        isBroken(List.of(log.get(0), log.get(1), log.get(1)), "version 2 (MessagePosted) comes again after version 2");
    }

    @Test
    void aCommandThatWasAppliedTwiceIsFound() {
        RecordedEvent twice =
                changed(log.get(2), log.get(1).commandId(), log.get(2).status());
        isBroken(List.of(log.get(0), log.get(1), twice), "comes from command c1, which was applied before");
    }

    @Test
    void anEventThatSaysAnotherStatusThanItsHistoryIsFound() {
        RecordedEvent wrong = changed(log.get(2), log.get(2).commandId(), AppealStatus.CLOSED);
        isBroken(List.of(log.get(0), log.get(1), wrong), "CLOSED");
    }

    @Test
    void anEventThatCannotBeReadIsFound() {
        assertThatThrownBy(() -> verifier(HOME).verify(7, APPEAL, new byte[] {1, 2, 3}))
                .isInstanceOf(BrokenLogException.class)
                .hasMessageContaining(APPEAL)
                .hasMessageContaining("offset 7");
    }

    @Test
    void anEventUnderAnotherKeyOrInAnotherPartitionIsFound() {
        byte[] value = wire.encode(log.getFirst());
        assertThatThrownBy(() -> verifier(HOME).verify(0, "other", value)).hasMessageContaining("'other'");
        assertThatThrownBy(() -> verifier(HOME + 1).verify(0, APPEAL, value))
                .hasMessageContaining("it lives in partition " + HOME);
    }

    private void isBroken(List<RecordedEvent> events, String because) {
        assertThatThrownBy(() -> verify(verifier(HOME), events))
                .isInstanceOfSatisfying(
                        BrokenLogException.class, e -> assertThat(e.appealId()).isEqualTo(APPEAL))
                .hasMessageContaining(because);
    }

    private LogVerifier verifier(int partition) {
        return new LogVerifier(wire, partition, PARTITIONS);
    }

    private void verify(LogVerifier verifier, List<RecordedEvent> events) {
        long offset = 0;
        for (RecordedEvent event : events) {
            verifier.verify(offset++, event.appealId(), wire.encode(event));
        }
    }

    private List<RecordedEvent> log() {
        BatchLedger ledger = new BatchLedger(new KnownToTest(), decider);
        List<RecordedEvent> events = new ArrayList<>();
        for (IssuedCommand command : List.of(
                SampleCommands.enforcement("c0", "seller", "L-1"),
                SampleCommands.message("c1", "seller", "L-1", "one"),
                SampleCommands.message("c2", "seller", "L-1", "two"))) {
            Ruling ruling = ledger.rule(HOME, command, CommandDigest.of(command).digest(), Instant.now());
            events.addAll(((Ruling.Accepted) ruling).events());
        }
        return events;
    }

    private static RecordedEvent changed(RecordedEvent event, String commandId, AppealStatus status) {
        return new RecordedEvent(
                event.eventId(),
                event.appealId(),
                event.sellerId(),
                event.version(),
                event.occurredAt(),
                event.recordedAt(),
                commandId,
                event.commandDigest(),
                event.actor(),
                status,
                event.stage(),
                event.closureReason(),
                event.event());
    }
}
