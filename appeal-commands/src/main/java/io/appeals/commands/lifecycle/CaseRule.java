package io.appeals.commands.lifecycle;

import io.appeals.schema.appeal.Actor;
import java.time.Instant;
import java.util.Optional;

/** A condition that the case itself must meet, whatever a command says in detail. */
@FunctionalInterface
interface CaseRule {

    /** Why the actor may not at this moment; empty when they may. */
    Optional<Refusal> refusal(CaseFacts facts, Actor actor, Instant at);

    default CaseRule and(CaseRule next) {
        return (facts, actor, at) -> refusal(facts, actor, at).or(() -> next.refusal(facts, actor, at));
    }
}
