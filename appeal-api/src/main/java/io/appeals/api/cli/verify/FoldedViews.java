package io.appeals.api.cli.verify;

import io.appeals.commands.verify.BrokenLogException;
import io.appeals.projections.status.AppealView;
import io.appeals.projections.status.AppealViewFold;
import io.appeals.schema.event.RecordedEvent;
import java.util.HashMap;
import java.util.Map;

/** The views that the read side makes of appeals: proves that it can fold every event that the write side can. */
final class FoldedViews {

    private final int partition;
    private final Map<String, AppealView> views = new HashMap<>();

    FoldedViews(int partition) {
        this.partition = partition;
    }

    /** @throws BrokenLogException when the read side cannot fold the event */
    void fold(long offset, RecordedEvent event) {
        try {
            views.compute(event.appealId(), (_, before) -> AppealViewFold.fold(before, event));
        } catch (RuntimeException unfoldable) {
            throw new BrokenLogException(
                    event.appealId(),
                    partition,
                    offset,
                    "version " + event.version() + " (" + event.event().type() + ") cannot be folded by the read side: "
                            + unfoldable.getMessage());
        }
    }
}
