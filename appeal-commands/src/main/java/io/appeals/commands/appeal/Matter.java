package io.appeals.commands.appeal;

import io.appeals.schema.appeal.Money;
import io.appeals.schema.appeal.PlanOfAction;
import io.appeals.schema.appeal.Subject;
import io.appeals.schema.event.AppealEvent.AppealAmended;
import io.appeals.schema.event.AppealEvent.AppealOpened;
import io.appeals.schema.event.AppealEvent.EnforcementRecorded;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the seller's case is about, as far as rules need it: texts are remembered by their length only.
 *
 * @param category null until the appeal is opened
 * @param marketplaceId null where no enforcement named one
 * @param statementLength in characters
 * @param planOfAction whether one is given
 * @param submittedAt null while it is a draft; an appeal is submitted once
 */
public record Matter(
        Subject subject,
        @Nullable String category,
        @Nullable String marketplaceId,
        int statementLength,
        boolean planOfAction,
        @Nullable Instant submittedAt) {

    static Matter of(EnforcementRecorded event) {
        return new Matter(event.subject(), null, event.marketplaceId(), 0, false, null);
    }

    /** @param enforced what an enforcement began, if any did */
    static Matter opened(AppealOpened event, @Nullable Matter enforced) {
        return new Matter(
                event.subject(),
                event.category(),
                enforced == null ? null : enforced.marketplaceId(),
                event.statement().length(),
                event.planOfAction() != null,
                null);
    }

    Matter amended(AppealAmended event) {
        String statement = event.statement();
        return new Matter(
                amendedSubject(event),
                event.category() == null ? category : event.category(),
                marketplaceId,
                statement == null ? statementLength : statement.length(),
                hasPlan(event.planOfAction(), event.remove()),
                submittedAt);
    }

    Matter recategorized(String newCategory) {
        return new Matter(subject, newCategory, marketplaceId, statementLength, planOfAction, submittedAt);
    }

    Matter submitted(Instant at) {
        return new Matter(subject, category, marketplaceId, statementLength, planOfAction, at);
    }

    private boolean hasPlan(@Nullable PlanOfAction given, List<String> removed) {
        return given != null || (planOfAction && !removed.contains("planOfAction"));
    }

    private Subject amendedSubject(AppealAmended event) {
        return new Subject(
                subject.type(),
                subject.reference(),
                event.orderIds() == null ? subject.orderIds() : event.orderIds(),
                event.transactionIds() == null ? subject.transactionIds() : event.transactionIds(),
                event.listingIds() == null ? subject.listingIds() : event.listingIds(),
                amendedAmount(event));
    }

    private @Nullable Money amendedAmount(AppealAmended event) {
        if (event.remove().contains("amount")) {
            return null;
        }
        return event.amount() == null ? subject.amount() : event.amount();
    }
}
