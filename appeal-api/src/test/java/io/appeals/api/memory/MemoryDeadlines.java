package io.appeals.api.memory;

import io.appeals.projections.AppealPage;
import io.appeals.projections.sla.DeadlineListing;
import io.appeals.projections.sla.DeadlineQueries;
import io.appeals.projections.sla.Page;
import io.appeals.projections.sla.TimedAppeal;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Appeals without deadlines: a log in memory has no clocks. */
@Singleton
@Replaces(DeadlineQueries.class)
@Requires(property = "test.memory-log")
class MemoryDeadlines implements DeadlineQueries {

    private final MemoryQueries queries;

    MemoryDeadlines(MemoryQueries queries) {
        this.queries = queries;
    }

    @Override
    public Optional<TimedAppeal> appeal(String appealId, long minVersion) {
        return queries.appeal(appealId, minVersion).map(view -> new TimedAppeal(view, List.of(), null));
    }

    @Override
    public Page<TimedAppeal> list(DeadlineListing listing) {
        AppealPage page = queries.list(listing.appeals());
        return new Page<>(
                page.items().stream()
                        .map(view -> new TimedAppeal(view, List.of(), null))
                        .toList(),
                page.nextCursor());
    }
}
