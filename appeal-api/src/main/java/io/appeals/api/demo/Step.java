package io.appeals.api.demo;

import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.Stage;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody in a scenario does next, and what they must get back. */
sealed interface Step {

    Person who();

    /** Below the API's address, from {@code /v1} on. */
    String path();

    /** How long the person takes, in the product's time, since the step before. */
    Duration delay();

    /** Where the appeal stands when this is done. */
    Standing after();

    /** How an appeal stands. Every command of a scenario leads to one event, so versions count them. */
    record Standing(long version, AppealStatus status, Stage stage) {}

    /** How a request is sent. */
    enum Verb {
        POST,
        PATCH,
        DELETE
    }

    /**
     * Sends a command.
     *
     * @param event what it must lead to
     * @param seenVersion the version that the person has just looked at and relies on; null for who didn't look
     */
    record Send(
            Person who,
            Verb verb,
            String path,
            Body body,
            String event,
            @Nullable Long seenVersion,
            Duration delay,
            Standing after)
            implements Step {}

    /**
     * Reads the appeal.
     *
     * @param offered actions that the person must find among those available
     */
    record Look(Person who, String path, Set<String> offered, Duration delay, Standing after) implements Step {}

    /** Waits until time has brought something about. */
    record Await(Person who, String path, Duration delay, Standing after) implements Step {}
}
