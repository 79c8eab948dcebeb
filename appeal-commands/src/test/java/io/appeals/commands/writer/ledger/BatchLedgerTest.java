package io.appeals.commands.writer.ledger;

import static io.appeals.commands.writer.SampleCommands.enforcement;
import static io.appeals.commands.writer.SampleCommands.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.appeals.commands.appeal.AppealDecider;
import io.appeals.commands.writer.SampleCommands;
import io.appeals.schema.appeal.Actor;
import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.result.CommandResult;
import io.appeals.schema.result.FieldError;
import io.appeals.schema.result.RejectionType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BatchLedgerTest {

    private static final int PARTITION = 3;
    private static final String SELLER = "seller-1";
    private static final String APPEAL = SampleCommands.appealId(SELLER, "L-1");

    private final AppealDecider decider = SampleCommands.decider();
    private final KnownToTest known = new KnownToTest();
    private final BatchLedger ledger = new BatchLedger(known, decider);
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @Test
    void eachCommandOfABatchIsDecidedOnWhatTheOnesBeforeItLedTo() {
        assertThat(result(message("c1", SELLER, "L-1", "too early")).isAccepted())
                .isFalse();
        assertThat(result(enforcement("c0", SELLER, "L-1")).version()).isEqualTo(1);
        assertThat(result(message("c1", SELLER, "L-1", "in time")).version()).isEqualTo(2);
        assertThat(result(message("c2", SELLER, "L-1", "after it")).version()).isEqualTo(3);
    }

    @Test
    void whatABatchChangesIsKnownOnlyOnceItIsTakenOver() {
        rule(enforcement("c0", SELLER, "L-1"));
        assertThat(known.appeal(PARTITION, APPEAL)).isNull();
        BatchLedger afterFailure = new BatchLedger(known, decider);
        assertThat(afterFailure.appeal(PARTITION, APPEAL)).isNull();

        known.takeOver(ledger);
        assertThat(Objects.requireNonNull(known.appeal(PARTITION, APPEAL))
                        .state()
                        .version())
                .isEqualTo(1);
    }

    @Test
    void aRepeatGetsTheFirstAnswerInTheSameBatchAndInLaterOnes() {
        CommandResult first = result(enforcement("c0", SELLER, "L-1"));
        assertThat(rule(enforcement("c0", SELLER, "L-1"))).isEqualTo(new Ruling.Answered(first));

        known.takeOver(ledger);
        BatchLedger later = new BatchLedger(known, decider);
        IssuedCommand again = enforcement("c0", SELLER, "L-1");
        assertThat(later.rule(PARTITION, again, digest(again), now.plusSeconds(60)))
                .isEqualTo(new Ruling.Answered(first));
        assertThat(later.changedAppeals()).isEmpty();
    }

    @Test
    void aReusedIdIsRefusedAndTellsNothingOfTheFirstCommand() {
        rule(enforcement("c0", SELLER, "L-1"));
        rule(message("c1", SELLER, "L-1", "a secret"));

        var rejection = Objects.requireNonNull(
                result(message("c1", SELLER, "L-1", "a guess")).rejection());

        assertThat(rejection.type()).isEqualTo(RejectionType.IDEMPOTENCY_KEY_REUSED);
        assertThat(rejection.currentVersion()).isNull();
        assertThat(rejection.detail()).doesNotContain("MessagePosted");
    }

    @Test
    void aStrangerWhoReusesAnIdIsToldWhatAnyStrangerIs() {
        rule(enforcement("c0", SELLER, "L-1"));
        rule(message("c1", SELLER, "L-1", "a secret"));
        IssuedCommand guess = message("c1", SELLER, "L-1", "a guess");
        IssuedCommand strangers = new IssuedCommand(
                "c1", guess.appealId(), null, Actor.seller("seller-2"), guess.issuedAt(), guess.command());
        IssuedCommand another = new IssuedCommand(
                "c2", guess.appealId(), null, Actor.seller("seller-2"), guess.issuedAt(), guess.command());

        var rejection = Objects.requireNonNull(result(strangers).rejection());

        assertThat(rejection.type()).isEqualTo(RejectionType.NOT_FOUND);
        assertThat(rejection).isEqualTo(result(another).rejection());
    }

    @Test
    void theSameIdOnAnotherAppealIsAnotherCommand() {
        assertThat(result(enforcement("c0", SELLER, "L-1")).isAccepted()).isTrue();
        assertThat(result(enforcement("c0", SELLER, "L-2")).isAccepted()).isTrue();
    }

    @Test
    void aCommandFromFurtherAheadThanClocksMayDifferIsRefused() {
        IssuedCommand command = enforcement("c0", SELLER, "L-1");
        Instant limit = command.issuedAt().minus(BatchLedger.CLOCK_TOLERANCE);

        assertThat(resultAt(limit.minusMillis(1), command).isAccepted()).isFalse();
        assertThat(resultAt(limit, command).isAccepted()).isTrue();
    }

    @Test
    void aCommandThatSecondsWereTakenForMillisecondsInIsRefused() {
        IssuedCommand command = enforcement("c0", SELLER, "L-1");
        Instant limit = command.issuedAt().plus(BatchLedger.LONGEST_WAY);

        assertThat(resultAt(limit.plusMillis(1), command).rejection())
                .isNotNull()
                .satisfies(rejection -> assertThat(rejection.errors())
                        .extracting(FieldError::pointer, FieldError::code)
                        .containsExactly(tuple("/issuedAt", "long-ago")));
        assertThat(resultAt(limit, command).isAccepted()).isTrue();
    }

    @Test
    void nothingIsDecidedOnAnAppealWhoseHistoryCannotBeRead() {
        ledger.foldUnreadable(PARTITION, 17, APPEAL);
        assertThat(rule(enforcement("c0", SELLER, "L-1")))
                .isInstanceOfSatisfying(
                        Ruling.Undecidable.class,
                        ruling -> assertThat(ruling.reason()).contains("17"));
        assertThat(rule(enforcement("c0", SELLER, "L-2"))).isInstanceOf(Ruling.Accepted.class);
    }

    @Test
    void aGapInAnAppealsVersionsMakesItUnreadable() {
        List<RecordedEvent> events = new ArrayList<>();
        BatchLedger writing = new BatchLedger(known, decider);
        for (IssuedCommand command : List.of(
                enforcement("c0", SELLER, "L-1"),
                message("c1", SELLER, "L-1", "lost"),
                message("c2", SELLER, "L-1", "after the gap"))) {
            Ruling ruling = writing.rule(PARTITION, command, digest(command), now.plusSeconds(1));
            events.addAll(((Ruling.Accepted) ruling).events());
        }

        ledger.fold(PARTITION, 0, events.get(0));
        ledger.fold(PARTITION, 5, events.get(2));

        assertThat(Objects.requireNonNull(ledger.appeal(PARTITION, APPEAL)).unreadableSince())
                .isEqualTo(5);
    }

    @Test
    void whatIsRebuiltFromTheLogIsWhatWasKnownWhenItWasDecided() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<RecordedEvent> log = history(random, 200);

        KnownToTest rebuilt = new KnownToTest();
        long offset = 0;
        for (List<RecordedEvent> part : parts(log, random)) {
            BatchLedger reading = new BatchLedger(rebuilt, decider);
            for (RecordedEvent event : part) {
                reading.fold(PARTITION, offset++, event);
            }
            rebuilt.takeOver(reading);
        }

        assertThat(rebuilt.appeals()).isEqualTo(known.appeals());
        assertThat(rebuilt.commands()).isEqualTo(known.commands());
    }

    @Test
    void eventsThatAreKnownAlreadyChangeNothing() {
        List<RecordedEvent> log = history(new Random(2), 20);
        BatchLedger again = new BatchLedger(known, decider);
        log.forEach(event -> again.fold(PARTITION, 0, event));
        assertThat(again.changedAppeals()).isEmpty();
        assertThat(again.acceptedCommands()).isEmpty();
    }

    /** Random commands in random batches, some of which fail, as an owner would decide them. */
    private List<RecordedEvent> history(Random random, int commands) {
        List<RecordedEvent> log = new ArrayList<>();
        for (int sent = 0; sent < commands; ) {
            BatchLedger batch = new BatchLedger(known, decider);
            List<RecordedEvent> appended = new ArrayList<>();
            for (int i = 1 + random.nextInt(8); i > 0; i--, sent++) {
                IssuedCommand command = random(random, sent);
                if (batch.rule(PARTITION, command, digest(command), now.plus(Duration.ofSeconds(sent)))
                        instanceof Ruling.Accepted accepted) {
                    appended.addAll(accepted.events());
                }
            }
            if (random.nextInt(4) > 0) {
                known.takeOver(batch);
                log.addAll(appended);
            }
        }
        return log;
    }

    private static IssuedCommand random(Random random, int number) {
        String listing = "L-" + random.nextInt(4);
        String id = "c" + (random.nextInt(5) == 0 ? number / 2 : number);
        return switch (random.nextInt(6)) {
            case 0, 1 -> enforcement(id, SELLER, listing);
            case 2 -> SampleCommands.opening(id, SELLER, listing);
            default -> message(id, SELLER, listing, "message " + number);
        };
    }

    private static List<List<RecordedEvent>> parts(List<RecordedEvent> log, Random random) {
        List<List<RecordedEvent>> parts = new ArrayList<>();
        for (int from = 0; from < log.size(); ) {
            int to = Math.min(log.size(), from + 1 + random.nextInt(20));
            parts.add(log.subList(from, to));
            from = to;
        }
        return parts;
    }

    private Ruling rule(IssuedCommand command) {
        return ledger.rule(PARTITION, command, digest(command), now.plusSeconds(1));
    }

    private CommandResult result(IssuedCommand command) {
        return resultAt(now.plusSeconds(1), command);
    }

    private CommandResult resultAt(Instant time, IssuedCommand command) {
        return switch (ledger.rule(PARTITION, command, digest(command), time)) {
            case Ruling.Accepted accepted -> accepted.result();
            case Ruling.Answered answered -> answered.result();
            case Ruling.Undecidable undecidable -> throw new AssertionError(undecidable.reason());
        };
    }

    private static String digest(IssuedCommand command) {
        return CommandDigest.of(command).digest();
    }
}
