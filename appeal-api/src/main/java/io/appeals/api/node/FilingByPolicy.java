package io.appeals.api.node;

import io.appeals.commands.lifecycle.FilingWindows;
import io.appeals.projections.sla.policy.Metric;
import io.appeals.projections.sla.policy.PolicyBook;
import io.appeals.projections.sla.policy.SlaFacts;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.appeal.SubjectType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Sellers get the time for filing that the SLA policies know, so that there is one place where it is written down. The
 * event then carries the date, and everybody goes by that.
 *
 * @param otherwise where no policy is about filing
 */
record FilingByPolicy(PolicyBook policies, FilingWindows otherwise) implements FilingWindows {

    @Override
    public Instant endOf(
            SubjectType subjectType, @Nullable String category, @Nullable String marketplaceId, Instant beginning) {
        SlaFacts facts = new SlaFacts(subjectType, category, Stage.FIRST_REVIEW, marketplaceId, null);
        return policies.find(Metric.FILING_WINDOW, facts)
                .map(policy -> policies.calendar(policy.calendar()).after(beginning, policy.goal()))
                .orElseGet(() -> otherwise.endOf(subjectType, category, marketplaceId, beginning));
    }
}
