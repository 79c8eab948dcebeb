package io.appeals.commands.lifecycle;

import static io.appeals.schema.result.RejectionType.FORBIDDEN;
import static io.appeals.schema.result.RejectionType.NOT_FOUND;

import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.ActorType;
import io.appeals.schema.appeal.MandateScope;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Whether somebody has a part in a case. Strangers to a case on the seller's side are told that there is none, whether
 * there is or not.
 */
final class Standing {

    private Standing() {}

    /** True for another seller, for a representative to whom no mandate was ever given in this case, and while there is none. */
    static boolean isStranger(CaseFacts facts, Actor actor) {
        return switch (actor.type()) {
            case SELLER -> !actor.id().equals(facts.sellerId());
            case REPRESENTATIVE -> mandateOf(facts, actor).isEmpty();
            case REVIEWER, SUPERVISOR, PLATFORM, SYSTEM -> facts.status() == null;
        };
    }

    static Refusal notFound(Actor actor) {
        return Refusal.of(
                NOT_FOUND,
                null,
                actor.type() == ActorType.REPRESENTATIVE
                        ? "There is no appeal under this id in which you hold a mandate of this seller. The seller can open"
                                + " the appeal and grant you one."
                        : "There is no appeal under this id. Open it first, or check that the id is that of the seller and"
                                + " subject.");
    }

    /** FORBIDDEN unless the representative's mandate is in force and has one of the scopes. */
    static Optional<Refusal> asMandateHolder(CaseFacts facts, Actor actor, Set<MandateScope> scopes, Instant at) {
        if (actor.type() != ActorType.REPRESENTATIVE) {
            return Optional.empty();
        }
        Optional<Mandate> mandate = mandateOf(facts, actor);
        return mandate.isEmpty()
                ? Optional.of(notFound(actor))
                : inForce(mandate.get(), at).or(() -> covering(mandate.get(), scopes));
    }

    private static Optional<Mandate> mandateOf(CaseFacts facts, Actor actor) {
        if (facts.sellerId() == null || !facts.sellerId().equals(actor.onBehalfOf())) {
            return Optional.empty();
        }
        for (Mandate mandate : facts.mandates()) {
            if (mandate.mandateId().equals(actor.mandateId())
                    && mandate.representativeId().equals(actor.id())) {
                return Optional.of(mandate);
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> inForce(Mandate mandate, Instant at) {
        if (mandate.revoked()) {
            return forbidden("mandate-revoked", "The seller has revoked your mandate. Ask them for a new one.");
        }
        if (at.isBefore(mandate.validFrom())) {
            return forbidden("mandate-not-yet-valid", "Your mandate is valid from " + mandate.validFrom() + " on.");
        }
        if (!at.isBefore(mandate.validTo())) {
            return forbidden(
                    "mandate-expired",
                    "Your mandate was valid until " + mandate.validTo() + ". Ask the seller for a new one.");
        }
        return Optional.empty();
    }

    private static Optional<Refusal> covering(Mandate mandate, Set<MandateScope> scopes) {
        return mandate.grantsAnyOf(scopes)
                ? Optional.empty()
                : forbidden(
                        "mandate-scope-missing",
                        "Your mandate covers " + mandate.scopes() + ", but this needs "
                                + String.join(
                                        " or ", scopes.stream().map(Enum::name).toList())
                                + ". Ask the seller for a mandate that includes it.");
    }

    private static Optional<Refusal> forbidden(String rule, String detail) {
        return Optional.of(Refusal.of(FORBIDDEN, rule, detail));
    }
}
