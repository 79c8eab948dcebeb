package io.appeals.schema.appeal;

/** In which role somebody acts. */
public enum ActorType {
    SELLER,
    REPRESENTATIVE,
    REVIEWER,
    SUPERVISOR,
    PLATFORM,
    SYSTEM
}
