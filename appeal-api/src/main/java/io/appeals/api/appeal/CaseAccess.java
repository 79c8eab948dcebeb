package io.appeals.api.appeal;

import io.appeals.api.caller.Caller;
import io.appeals.api.caller.Role;
import io.appeals.api.problem.ProblemException;
import io.appeals.api.problem.ProblemType;
import io.appeals.api.time.ProductTime;
import io.appeals.projections.AppealQueries;
import io.appeals.projections.status.AppealView;
import io.appeals.projections.status.Mandate;
import io.appeals.schema.appeal.MandateScope;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/**
 * Who sees which case: whoever works for the marketplace every one, a seller their own, a representative those in which a
 * mandate to READ is in force. What a caller may not see does not exist for them.
 */
@Singleton
public class CaseAccess {

    private final AppealQueries queries;
    private final ProductTime time;

    CaseAccess(AppealQueries queries, ProductTime time) {
        this.queries = queries;
        this.time = time;
    }

    /** Empty for a case that the caller does not see, whether there is one or not. */
    public Optional<AppealView> find(Caller caller, String appealId, long minVersion) {
        return queries.appeal(appealId, minVersion).filter(view -> sees(caller, view));
    }

    /** @throws ProblemException 404 for a case that the caller does not see, whether there is one or not */
    public AppealView require(Caller caller, String appealId, long minVersion) {
        return find(caller, appealId, minVersion).orElseThrow(() -> unknown(appealId));
    }

    boolean sees(Caller caller, AppealView view) {
        return caller.seesEveryCase() || isOwner(caller, view) || isMandated(caller, view, time.instant());
    }

    /** Whether the caller also sees what is for the marketplace only. */
    static boolean seesInternals(Caller caller) {
        return caller.seesEveryCase();
    }

    static ProblemException unknown(String appealId) {
        return ProblemException.of(ProblemType.NOT_FOUND, "There is no appeal " + appealId + ".");
    }

    private static boolean isOwner(Caller caller, AppealView view) {
        return caller.is(Role.SELLER) && view.sellerId().equals(caller.sellerId());
    }

    private static boolean isMandated(Caller caller, AppealView view, Instant now) {
        return caller.is(Role.REPRESENTATIVE)
                && view.mandates().stream()
                        .filter(mandate -> mandate.representativeId().equals(caller.id()))
                        .anyMatch(mandate -> mayRead(mandate, now));
    }

    private static boolean mayRead(Mandate mandate, Instant now) {
        return mandate.isInForceAt(now) && mandate.scopes().contains(MandateScope.READ);
    }
}
