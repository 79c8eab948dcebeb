package io.appeals.projections.sla.appeal;

import io.appeals.projections.sla.policy.SlaFacts;
import io.appeals.schema.appeal.Priority;
import io.appeals.schema.appeal.SubjectType;
import io.appeals.schema.event.AppealEvent;
import io.appeals.schema.event.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** What an event tells about the facts by which policies are chosen. */
final class FactsFold {

    private FactsFold() {}

    static SlaFacts after(@Nullable SlaFacts before, RecordedEvent recorded) {
        SubjectType subjectType = before == null ? null : before.subjectType();
        String category = before == null ? null : before.category();
        String marketplaceId = before == null ? null : before.marketplaceId();
        Priority priority = before == null ? null : before.priority();
        switch (recorded.event()) {
            case AppealEvent.EnforcementRecorded e -> {
                subjectType = e.subject().type();
                marketplaceId = e.marketplaceId();
            }
            case AppealEvent.AppealOpened e -> {
                subjectType = e.subject().type();
                category = e.category();
            }
            case AppealEvent.AppealAmended e -> category = e.category() == null ? category : e.category();
            case AppealEvent.AppealSubmitted e -> category = e.category();
            case AppealEvent.AppealRecategorized e -> category = e.toCategory();
            case AppealEvent.ReviewerAssigned e -> priority = e.priority() == null ? priority : e.priority();
            default -> {
                // Nothing else decides about policies, apart from the stage.
            }
        }
        if (subjectType == null) {
            throw new IllegalArgumentException(
                    "expected an appeal to begin with EnforcementRecorded or AppealOpened, but" + " found "
                            + recorded.event().type());
        }
        return new SlaFacts(subjectType, category, recorded.stage(), marketplaceId, priority);
    }
}
