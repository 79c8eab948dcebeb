package io.appeals.commands.appeal;

import io.appeals.commands.lifecycle.FilingWindows;
import io.appeals.commands.lifecycle.LifecyclePolicy;
import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.AppealId;
import io.appeals.schema.appeal.Subject;
import io.appeals.schema.appeal.SubjectType;
import io.appeals.schema.command.AppealCommand;
import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.event.RecordedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One appeal under test: commands go in, and what is accepted is recorded as the writer would record it. */
final class Case {

    /** A marketplace whose sellers have half a year to appeal against what is done to a listing. */
    static final String GENEROUS_MARKETPLACE = "market-generous";

    static final Duration HALF_A_YEAR = Duration.ofDays(180);

    private static final FilingWindows USUAL = FilingWindows.always(Duration.ofDays(30));

    static final LifecyclePolicy POLICY = LifecyclePolicy.defaults()
            .withFilingWindows((subjectType, category, marketplaceId, beginning) ->
                    subjectType == SubjectType.LISTING && GENEROUS_MARKETPLACE.equals(marketplaceId)
                            ? beginning.plus(HALF_A_YEAR)
                            : USUAL.endOf(subjectType, category, marketplaceId, beginning));
    static final Subject SUBJECT = Subject.of(SubjectType.LISTING, "listing-1");
    static final String APPEAL_ID = AppealId.of(People.SELLER.id(), SUBJECT);
    static final Instant BEGINNING = Instant.parse("2026-03-02T09:00:00Z");

    private static final AppealDecider DECIDER = new AppealDecider(TestCatalogue.CATALOGUE, POLICY);

    private final List<RecordedEvent> events = new ArrayList<>();
    private AppealState state = AppealState.initial();
    private Instant now = BEGINNING;
    private int commands;

    static AppealDecider decider() {
        return DECIDER;
    }

    AppealState state() {
        return state;
    }

    List<RecordedEvent> events() {
        return events;
    }

    Instant now() {
        return now;
    }

    void later(Duration duration) {
        now = now.plus(duration);
    }

    IssuedCommand issued(AppealCommand command, Actor by, @Nullable Long expectedVersion) {
        commands++;
        return new IssuedCommand("command-" + commands, APPEAL_ID, expectedVersion, by, now, command);
    }

    /** Decides and records. */
    Decision send(IssuedCommand issued) {
        Decision decision = DECIDER.decide(state, issued);
        if (decision instanceof Decision.Accepted(var accepted)) {
            EventRecorder.Recorded recorded =
                    EventRecorder.record(state, issued, accepted, now.plusMillis(5), "digest-" + issued.commandId());
            events.addAll(recorded.events());
            state = recorded.state();
        }
        return decision;
    }

    /** Sends what must be accepted for a test to make sense, an hour after the step before. */
    void after(AppealCommand command, Actor by) {
        later(Duration.ofHours(1));
        Decision decision = send(issued(command, by, null));
        if (decision instanceof Decision.Rejected(var rejection)) {
            throw new AssertionError("the test's own past is impossible: " + by.type() + " " + command.type()
                    + " was refused: " + rejection);
        }
    }
}
