package io.appeals.api.feed;

import io.appeals.api.appeal.CaseAccess;
import io.appeals.api.appeal.TimelineEvent;
import io.appeals.api.caller.Caller;
import io.appeals.api.caller.Role;
import io.appeals.projections.AppealPage;
import io.appeals.projections.AppealQueries;
import io.appeals.projections.ListingQuery;
import io.appeals.projections.ListingSort;
import io.appeals.projections.NotReady;
import io.appeals.projections.status.AppealView;
import io.appeals.schema.event.AppealEvent;
import java.util.HashSet;
import java.util.Set;

/**
 * What one caller may hear of: whoever works for the marketplace everything, a seller what is about their own appeals, a
 * representative what is about those in which a mandate to READ is in force at that moment. Used by one thread.
 */
final class FeedVisibility {

    private final Caller caller;
    private final CaseAccess access;

    /** The appeals in which a representative has, or had, a mandate: all others need not be looked at. */
    private final Set<String> mandated = new HashSet<>();

    private FeedVisibility(Caller caller, CaseAccess access) {
        this.caller = caller;
        this.access = access;
    }

    /** @throws NotReady where the views cannot tell yet */
    static FeedVisibility of(Caller caller, CaseAccess access, AppealQueries queries) {
        FeedVisibility visibility = new FeedVisibility(caller, access);
        if (!caller.seesEveryCase() && caller.is(Role.REPRESENTATIVE)) {
            visibility.findMandates(queries);
        }
        return visibility;
    }

    private void findMandates(AppealQueries queries) {
        ListingQuery query = ListingQuery.all(ListingSort.of("openedAt"), ListingQuery.MAX_LIMIT)
                .representedBy(caller.id());
        String cursor = null;
        do {
            AppealPage page = queries.list(query.from(cursor));
            page.items().stream().map(AppealView::appealId).forEach(mandated::add);
            cursor = page.nextCursor();
        } while (cursor != null);
    }

    /** @throws NotReady where the views cannot tell yet */
    boolean includes(FeedItem item) {
        if (caller.seesEveryCase()) {
            return true;
        }
        if (item.internal()) {
            return false;
        }
        if (caller.is(Role.SELLER) && item.sellerId().equals(caller.sellerId())) {
            return true;
        }
        return caller.is(Role.REPRESENTATIVE) && isMandated(item);
    }

    private boolean isMandated(FeedItem item) {
        if (item.data() instanceof TimelineEvent event
                && event.data() instanceof AppealEvent.MandateGranted granted
                && granted.representativeId().equals(caller.id())) {
            mandated.add(item.appealId());
        }
        long version = item.sequence() == null ? 0 : item.sequence();
        return mandated.contains(item.appealId())
                && access.find(caller, item.appealId(), version).isPresent();
    }
}
