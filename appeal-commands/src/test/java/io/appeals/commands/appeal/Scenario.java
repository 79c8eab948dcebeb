package io.appeals.commands.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.command.AppealCommand;
import io.appeals.schema.event.AppealEvent;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.result.Rejection;
import io.appeals.schema.result.RejectionType;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code given(…).when(command.by(actor)).then…}: how the tests of the domain read. */
final class Scenario {

    private final Case past;

    private Scenario(Case past) {
        this.past = past;
    }

    static Scenario given(Given... steps) {
        Case past = new Case();
        Given.all(steps).arrange(past);
        past.later(Duration.ofHours(1));
        return new Scenario(past);
    }

    /** A command and who sends it. */
    record Sent(
            Function<WellFormed, AppealCommand> command,
            Actor by,
            @Nullable Long expectedVersion) {

        Sent expectingVersion(long version) {
            return new Sent(command, by, version);
        }
    }

    /** A sensible command of that kind. */
    static Sent a(Class<? extends AppealCommand> kind, Actor by) {
        return new Sent(wellFormed -> wellFormed.command(kind), by, null);
    }

    static Sent the(AppealCommand command, Actor by) {
        return new Sent(_ -> command, by, null);
    }

    /** When the command under test is issued. */
    Instant now() {
        return past.now();
    }

    AppealState state() {
        return past.state();
    }

    /** The command under test comes at this very moment. */
    Scenario at(Instant moment) {
        past.later(Duration.between(past.now(), moment));
        return this;
    }

    Outcome when(Sent sent) {
        WellFormed wellFormed =
                new WellFormed(People.SELLER.id(), Case.SUBJECT, past.state(), sent.by(), past.now(), "fresh-id");
        AppealCommand command = sent.command().apply(wellFormed);
        Decision decision = past.send(past.issued(command, sent.by(), sent.expectedVersion()));
        return new Outcome(past, decision);
    }

    /** What came of it. */
    record Outcome(Case after, Decision decision) {

        <E extends AppealEvent> Outcome thenHappens(Class<E> type, Consumer<E> checks) {
            assertThat(decision).isInstanceOf(Decision.Accepted.class);
            RecordedEvent last = after.events().getLast();
            assertThat(last.event()).isInstanceOfSatisfying(type, checks);
            return this;
        }

        Outcome thenHappens(Class<? extends AppealEvent> type) {
            return thenHappens(type, _ -> {});
        }

        Outcome andTheAppealIs(AppealStatus status) {
            assertThat(after.state().status()).isEqualTo(status);
            assertThat(after.events().getLast().status()).isEqualTo(status);
            return this;
        }

        Outcome at(Stage stage) {
            assertThat(after.state().stage()).isEqualTo(stage);
            assertThat(after.events().getLast().stage()).isEqualTo(stage);
            return this;
        }

        Rejection thenRejected(RejectionType type) {
            assertThat(decision).isInstanceOf(Decision.Rejected.class);
            Rejection rejection = ((Decision.Rejected) decision).rejection();
            assertThat(rejection.type()).as(rejection.toString()).isEqualTo(type);
            assertThat(rejection.detail()).isNotBlank();
            return rejection;
        }

        Rejection thenForbidden(@Nullable String rule) {
            Rejection rejection = thenRejected(RejectionType.FORBIDDEN);
            assertThat(rejection.rule()).isEqualTo(rule);
            return rejection;
        }

        /** A rule of the business stands in the way. */
        Rejection thenRejected(String rule) {
            Rejection rejection = thenRejected(RejectionType.RULE_VIOLATED);
            assertThat(rejection.rule()).isEqualTo(rule);
            return rejection;
        }
    }
}
