package io.appeals.commands.platform;

/** Hears what becomes of the records that platforms send by topics of their own; after the commit, and once for each. */
public interface PlatformObserver {

    PlatformObserver NONE = new PlatformObserver() {};

    /** What became of a record. */
    enum Outcome {
        /** The command went on to its appeal's owner. */
        PASSED_ON,
        /** The command was answered with a refusal: its actor is not trusted, or it is in no good form. */
        REFUSED,
        /** It was no command, and became a dead letter. */
        UNREADABLE
    }

    /** @param platform that sent it */
    default void decided(String platform, Outcome outcome) {}

    /** A record was no command, besides; see {@link io.appeals.schema.table.DeadLetter#reason}. */
    default void putAside(String reason) {}
}
