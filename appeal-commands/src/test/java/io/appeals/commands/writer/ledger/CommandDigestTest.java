package io.appeals.commands.writer.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.commands.writer.SampleCommands;
import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.Money;
import io.appeals.schema.appeal.Subject;
import io.appeals.schema.appeal.SubjectType;
import io.appeals.schema.command.AppealCommand;
import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.wire.Published;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandDigestTest {

    private static final IssuedCommand COMMAND = SampleCommands.opening("c1", "seller-1", "L-1");

    @Test
    void whenItWasIssuedAndWhichVersionItExpectsDoNotMatter() {
        IssuedCommand again = new IssuedCommand(
                COMMAND.commandId(), COMMAND.appealId(), 7L, COMMAND.actor(), Instant.EPOCH, COMMAND.command());
        assertThat(digest(again)).isEqualTo(digest(COMMAND));
    }

    @Test
    void theWayItCameDoesNotMatter() {
        Subject subject = new Subject(
                SubjectType.FUNDS,
                "F-1",
                List.of("o1"),
                List.of(),
                List.of(),
                new Money(new BigDecimal("10.5"), "EUR"));
        IssuedCommand precise = SampleCommands.issued(
                "c1",
                "appeal",
                SampleCommands.PLATFORM,
                new AppealCommand.RecordEnforcement(
                        "s",
                        null,
                        subject,
                        "r",
                        "g",
                        "f",
                        null,
                        true,
                        null,
                        Instant.ofEpochSecond(5, 123_456_789),
                        null));
        var wire = Published.COMMANDS.wireFormat();
        assertThat(digest(wire.decode(wire.encode(precise)))).isEqualTo(digest(precise));
    }

    @Test
    void whoAsksWhatAndForWhichAppealMatter() {
        assertThat(List.of(
                        digest(COMMAND),
                        digest(with(COMMAND, Actor.seller("seller-2"))),
                        digest(SampleCommands.opening("c1", "seller-1", "L-2")),
                        digest(SampleCommands.enforcement("c1", "seller-1", "L-1")),
                        digest(SampleCommands.message("c1", "seller-1", "L-1", "hello"))))
                .doesNotHaveDuplicates();
    }

    @Test
    void textCannotMoveFromOneFieldToTheNext() {
        assertThat(digest(assignment("ab", "c"))).isNotEqualTo(digest(assignment("a", "bc")));
        assertThat(digest(assignment("a", null))).isNotEqualTo(digest(assignment("a", "")));
    }

    private static IssuedCommand assignment(String reviewer, @org.jspecify.annotations.Nullable String queue) {
        return SampleCommands.issued(
                "c", "appeal", SampleCommands.PLATFORM, new AppealCommand.AssignReviewer(reviewer, queue, null));
    }

    /** Kept in the log for ever: a release that digests otherwise would refuse every command that is sent again. */
    @Test
    void theDigestOfAKnownCommandStaysWhatItIs() {
        assertThat(digest(assignment("reviewer-1", "queue-1")))
                .isEqualTo("Czx6KzuYCGTsZGfZ8ZBvLCCvI0tJ4FmkR_mtoi09F20");
    }

    private static String digest(IssuedCommand command) {
        return CommandDigest.of(command).digest();
    }

    private static IssuedCommand with(IssuedCommand command, Actor actor) {
        return new IssuedCommand(
                command.commandId(), command.appealId(), null, actor, command.issuedAt(), command.command());
    }
}
