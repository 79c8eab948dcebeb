package io.appeals.projections;

import io.appeals.projections.status.AppealView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a listing.
 *
 * @param nextCursor where the next page begins; null when this is the last one
 */
public record AppealPage(List<AppealView> items, @Nullable String nextCursor) {

    public AppealPage {
        items = List.copyOf(items);
    }
}
