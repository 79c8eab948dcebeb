package io.appeals.commands.appeal;

import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.ActorType;

/** Who plays in the tests. */
final class People {

    static final Actor SELLER = Actor.seller("seller-1");
    static final Actor OTHER_SELLER = Actor.seller("seller-2");
    static final Actor REVIEWER = Actor.of(ActorType.REVIEWER, "rita");
    static final Actor OTHER_REVIEWER = Actor.of(ActorType.REVIEWER, "ron");
    static final Actor SUPERVISOR = Actor.of(ActorType.SUPERVISOR, "sue");
    static final Actor OTHER_SUPERVISOR = Actor.of(ActorType.SUPERVISOR, "sam");
    static final Actor PLATFORM = Actor.of(ActorType.PLATFORM, "marketplace");
    static final Actor SYSTEM = Actor.of(ActorType.SYSTEM, "timers");
    static final String MANDATE = "mandate-1";
    static final Actor LAWYER = Actor.representative("lawyer-1", SELLER.id(), MANDATE);

    private People() {}
}
