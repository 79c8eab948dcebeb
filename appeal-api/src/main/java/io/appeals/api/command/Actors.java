package io.appeals.api.command;

import io.appeals.api.appeal.Offers;
import io.appeals.api.caller.Caller;
import io.appeals.api.caller.Role;
import io.appeals.api.problem.ProblemException;
import io.appeals.api.problem.ProblemType;
import io.appeals.api.time.ProductTime;
import io.appeals.projections.AppealQueries;
import io.appeals.projections.status.AppealView;
import io.appeals.projections.status.Mandate;
import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.ActorType;
import io.appeals.schema.command.AppealCommand;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * As whom a caller sends a command. A representative acts under a mandate that the case holds; a caller with several roles
 * acts in the one that may send this command now. Whether who acts may is the owner's to say: it alone knows whether the
 * case is any of theirs, and must not say 'forbidden' where it should say 'not found'.
 */
@Singleton
public class Actors {

    private final AppealQueries queries;
    private final Offers offers;
    private final ExecutorService blocking;
    private final ProductTime time;

    Actors(
            AppealQueries queries,
            Offers offers,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking,
            ProductTime time) {
        this.queries = queries;
        this.offers = offers;
        this.blocking = blocking;
        this.time = time;
    }

    /** Fails with a {@link ProblemException} for whoever may not act at all. */
    public CompletableFuture<Actor> of(Caller caller, @Nullable Role actingAs, String appealId, AppealCommand command) {
        List<ActorType> roles;
        try {
            roles = ActingRoles.chosen(caller, actingAs);
        } catch (ProblemException e) {
            return CompletableFuture.failedFuture(e);
        }
        return isPlain(roles)
                ? CompletableFuture.completedFuture(plain(caller, roles.getFirst()))
                : CompletableFuture.supplyAsync(() -> fitting(caller, roles, appealId, command), blocking);
    }

    /** Whether the caller acts as the same one in every case, so that none need be looked at to know. */
    public static boolean isAlwaysTheSame(Caller caller, @Nullable Role actingAs) {
        return isPlain(ActingRoles.chosen(caller, actingAs));
    }

    /** As whom a caller may act in this case; empty for one who only reads, and for a stranger. */
    public List<Actor> in(AppealView view, Caller caller) {
        return in(view, caller, ActingRoles.of(caller));
    }

    /** True when the case need not be looked at to know who acts. */
    private static boolean isPlain(List<ActorType> roles) {
        return roles.size() == 1 && roles.getFirst() != ActorType.REPRESENTATIVE;
    }

    private static Actor plain(Caller caller, ActorType role) {
        return role == ActorType.SELLER
                ? Actor.seller(Objects.requireNonNull(caller.sellerId()))
                : Actor.of(role, caller.id());
    }

    private Actor fitting(Caller caller, List<ActorType> roles, String appealId, AppealCommand command) {
        AppealView view = queries.appeal(appealId).orElse(null);
        List<Actor> actors = in(view, caller, roles);
        Instant now = time.instant();
        return actors.stream()
                .filter(actor -> offers.includes(view, actor, now, command.type()))
                .findFirst()
                .or(() -> actors.stream().findFirst())
                .orElseThrow(() -> noMandate(appealId));
    }

    private List<Actor> in(@Nullable AppealView view, Caller caller, List<ActorType> roles) {
        return roles.stream()
                .flatMap(role -> role == ActorType.REPRESENTATIVE
                        ? representative(view, caller).stream()
                        : Stream.of(plain(caller, role)))
                .toList();
    }

    /** Under a mandate that is in force, or else the latest: the owner then says why it does not count any more. */
    private Optional<Actor> representative(@Nullable AppealView view, Caller caller) {
        if (view == null) {
            return Optional.empty();
        }
        Instant now = time.instant();
        return view.mandates().stream()
                .filter(mandate -> mandate.representativeId().equals(caller.id()))
                .max(Comparator.comparing((Mandate mandate) -> mandate.isInForceAt(now))
                        .thenComparing(Mandate::grantedAt))
                .map(mandate -> Actor.representative(caller.id(), view.sellerId(), mandate.mandateId()));
    }

    private static ProblemException noMandate(String appealId) {
        return ProblemException.of(
                ProblemType.NOT_FOUND,
                "There is no appeal " + appealId + " in which you hold a mandate. The seller can grant you one.");
    }
}
