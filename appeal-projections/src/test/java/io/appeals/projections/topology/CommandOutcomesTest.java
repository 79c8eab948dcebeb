package io.appeals.projections.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.projections.history.AppealHistory;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.result.CommandResult;
import io.appeals.schema.result.Rejection;
import io.appeals.schema.result.RejectionType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandOutcomesTest {

    private static final Instant NOW = AppealHistory.BEGINNING.plus(Duration.ofDays(1));

    @TempDir
    Path folder;

    private ProjectionDriver projection;

    private final AppealHistory history =
            AppealHistory.of("seller-1", "L-1").enforced().opened();

    @BeforeEach
    void start() {
        projection = new ProjectionDriver(folder, NOW).caughtUp();
    }

    @AfterEach
    void stop() {
        projection.close();
    }

    @Test
    void anAcceptedCommandIsKnownFromTheEventsThatItLedTo() {
        projection.read(history);
        RecordedEvent opened = history.last();

        assertThat(projection.queries().command(opened.commandId()))
                .contains(CommandResult.accepted(
                        opened.commandId(),
                        opened.appealId(),
                        2,
                        AppealStatus.DRAFT,
                        Stage.FIRST_REVIEW,
                        List.of("AppealOpened"),
                        opened.recordedAt()));
        assertThat(projection.queries().command("never-sent")).isEmpty();
    }

    @Test
    void allEventsOfOneCommandAreInItsResult() {
        RecordedEvent first = history.event(1);
        projection.read(first);
        projection.read(withCommandId(history.event(2), first.commandId()));

        assertThat(projection.queries().command(first.commandId())).get().satisfies(result -> {
            assertThat(result.version()).isEqualTo(2);
            assertThat(result.events()).containsExactly("EnforcementRecorded", "AppealOpened");
        });
    }

    @Test
    void aCommandThatWasRejectedByTopicIsKnownFromItsPublishedResult() {
        CommandResult rejected = rejected("command-7");
        projection.readResult(rejected);

        assertThat(projection.queries().command("command-7")).contains(rejected);
    }

    @Test
    void aCommandThatWasAcceptedStaysAcceptedThoughItsIdWasUsedAgainAndRefused() {
        projection.read(history);
        String commandId = history.last().commandId();
        projection.readResult(rejected(commandId));

        assertThat(projection.queries().command(commandId))
                .get()
                .satisfies(result -> assertThat(result.isAccepted()).isTrue());
    }

    @Test
    void anAcceptedPublishedResultIsNotReplacedByALaterRefusal() {
        CommandResult accepted = CommandResult.accepted(
                "command-8", "appeal-8", 4, AppealStatus.DRAFT, Stage.FIRST_REVIEW, List.of("AppealOpened"), NOW);
        projection.readResult(accepted);
        projection.readResult(rejected("command-8"));

        assertThat(projection.queries().command("command-8")).contains(accepted);
    }

    @Test
    void outcomesAreForgottenAfterSevenDays() {
        projection.read(history);
        projection.readResult(rejected("command-7"));
        RecordedEvent opened = history.last();

        projection.pass(Duration.between(NOW, opened.recordedAt().plus(Duration.ofDays(7))));
        assertThat(projection.queries().command(opened.commandId())).isPresent();

        projection.pass(Duration.ofDays(2));
        assertThat(projection.queries().command(opened.commandId())).isEmpty();
        assertThat(projection.queries().command("command-7")).isEmpty();
        assertThat(projection.queries().appeal(history.appealId())).isPresent();
        assertThat(projection.queries().timeline(history.appealId(), 0, 200)).hasSize(2);
    }

    @Test
    void outcomesOfLongAgoAreNotEvenKeptWhenAnOldLogIsReadAnew() {
        projection.pass(Duration.ofDays(400));
        projection.read(history);
        projection.readResult(rejected("command-7"));

        assertThat(projection.queries().command(history.last().commandId())).isEmpty();
        assertThat(projection.queries().command("command-7")).isEmpty();
    }

    @Test
    void aResultThatCannotBeReadIsADeadLetter() {
        projection.readResultBytes("command-9", new byte[] {1, 2, 3});
        projection.readResultBytes("command-9", null);

        assertThat(projection.deadLetters()).hasSize(2).allSatisfy(letter -> {
            assertThat(letter.reason()).isEqualTo("undecodable");
            assertThat(letter.key()).isEqualTo("command-9");
        });
        assertThat(projection.queries().readiness().problems()).hasSize(1);
    }

    private static CommandResult rejected(String commandId) {
        Rejection rejection =
                new Rejection(RejectionType.INVALID_TRANSITION, null, "not now", List.of(), 3L, List.of("AmendAppeal"));
        return CommandResult.rejected(commandId, "appeal-1", rejection, NOW);
    }

    private static RecordedEvent withCommandId(RecordedEvent event, String commandId) {
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
                event.status(),
                event.stage(),
                event.closureReason(),
                event.event());
    }
}
