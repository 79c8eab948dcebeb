package io.appeals.projections.status;

import io.appeals.schema.event.RecordedEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How an appeal ends, and begins again. */
final class ClosureFold {

    private ClosureFold() {}

    static void closed(ViewDraft draft, RecordedEvent recorded, @Nullable String reason) {
        draft.closure = new Closure(reason, recorded.actor(), recorded.occurredAt());
        draft.closedAt = recorded.occurredAt();
        draft.submitBy = null;
        draft.respondBy = null;
        draft.escalateBy = null;
    }

    static void closedForNow(ViewDraft draft, RecordedEvent recorded, String reason, Instant reopenUntil) {
        closed(draft, recorded, reason);
        draft.reopenBy = reopenUntil;
    }

    static void reopened(ViewDraft draft, @Nullable Instant submitUntil) {
        if (draft.closure == null) {
            throw new UnfoldableEventException("expected a closed appeal to be reopened, but it is not closed");
        }
        draft.closure = null;
        draft.closedAt = null;
        draft.reopenBy = null;
        draft.submitBy = submitUntil;
        // Whoever had the case before need not have it again.
        draft.assignedTo = null;
    }
}
