package io.appeals.commands.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.ClosureReason;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.event.RecordedEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An event that was tampered with, or written by a faulty writer, is told from a sound one. */
class ContradictionTest {

    private final List<RecordedEvent> events = Place.SUBMITTED.reach().events();
    private final RecordedEvent submission = events.getLast();
    private final AppealState before = folded(events.subList(0, events.size() - 1));

    @Test
    void aSoundEventContradictsNothing() {
        assertThat(Case.decider().contradiction(before, submission)).isEmpty();
    }

    @Test
    void theStatusIsWhatTheEventLeadsTo() {
        assertThat(saying(AppealStatus.UNDER_REVIEW, Stage.FIRST_REVIEW, null))
                .contains("UNDER_REVIEW at FIRST_REVIEW")
                .contains("AppealSubmitted leads to SUBMITTED at FIRST_REVIEW");
        assertThat(saying(AppealStatus.SUBMITTED, Stage.PANEL_REVIEW, null)).contains("SUBMITTED at PANEL_REVIEW");
        assertThat(saying(AppealStatus.SUBMITTED, Stage.FIRST_REVIEW, ClosureReason.LAPSED))
                .contains("LAPSED");
    }

    @Test
    void theSellerStaysTheSame() {
        assertThat(contradiction(changed("seller-2", submission.occurredAt())))
                .contains("seller-2")
                .contains("seller-1");
    }

    @Test
    void timeDoesNotGoBackwards() {
        assertThat(contradiction(changed(submission.sellerId(), Case.BEGINNING)))
                .contains("before the event before it");
    }

    private String saying(AppealStatus status, Stage stage, @Nullable ClosureReason closureReason) {
        return contradiction(with(submission.sellerId(), submission.occurredAt(), status, stage, closureReason));
    }

    private RecordedEvent changed(String sellerId, Instant occurredAt) {
        return with(sellerId, occurredAt, submission.status(), submission.stage(), submission.closureReason());
    }

    private RecordedEvent with(
            String sellerId,
            Instant occurredAt,
            AppealStatus status,
            Stage stage,
            @Nullable ClosureReason closureReason) {
        return new RecordedEvent(
                submission.eventId(),
                submission.appealId(),
                sellerId,
                submission.version(),
                occurredAt,
                submission.recordedAt(),
                submission.commandId(),
                submission.commandDigest(),
                submission.actor(),
                status,
                stage,
                closureReason,
                submission.event());
    }

    private String contradiction(RecordedEvent event) {
        return Case.decider().contradiction(before, event).orElseThrow();
    }

    private static AppealState folded(List<RecordedEvent> events) {
        AppealState state = AppealState.initial();
        for (RecordedEvent event : events) {
            state = Case.decider().evolve(state, event);
        }
        return state;
    }
}
