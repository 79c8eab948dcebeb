package io.appeals.commands.appeal;

import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.ActorType;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.Automation;
import io.appeals.schema.appeal.InformationSource;
import io.appeals.schema.appeal.MandateScope;
import io.appeals.schema.appeal.Outcome;
import io.appeals.schema.appeal.Remedy;
import io.appeals.schema.appeal.RepresentativeType;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.appeal.TruthDeclaration;
import io.appeals.schema.command.AppealCommand;
import io.appeals.schema.command.AppealCommand.AttachEvidence;
import io.appeals.schema.command.AppealCommand.DecideAppeal;
import io.appeals.schema.command.AppealCommand.GrantMandate;
import io.appeals.schema.command.AppealCommand.OpenAppeal;
import io.appeals.schema.command.AppealCommand.RequestInformation;
import io.appeals.schema.command.AppealCommand.SubmitAppeal;
import io.appeals.schema.command.AppealCommand.WithdrawAppeal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Chooses who does what and when: always the same for a seed. */
final class RandomCase {

    private static final List<Actor> PEOPLE = people();

    private final Random random;

    RandomCase(long seed) {
        this.random = new Random(seed);
    }

    static List<Actor> people() {
        List<Actor> people = new ArrayList<>(List.of(
                People.SELLER,
                People.OTHER_SELLER,
                People.LAWYER,
                Actor.representative("lawyer-1", People.SELLER.id(), "unknown"),
                People.PLATFORM,
                People.SYSTEM));
        for (String name : List.of("ada", "bob", "cyd")) {
            people.add(Actor.of(ActorType.REVIEWER, name));
            people.add(Actor.of(ActorType.SUPERVISOR, name));
        }
        people.add(Actor.of(ActorType.SUPERVISOR, "dee"));
        people.add(Actor.of(ActorType.SUPERVISOR, "eve"));
        return people;
    }

    Actor anybody() {
        return oneOf(PEOPLE);
    }

    /** Whoever is likely to bring the case onward: chance alone seldom gets as far as an external body. */
    Actor somebodyConcerned(AppealState state) {
        AppealStatus status = state.status();
        return switch (status) {
            case null -> oneOf(List.of(People.SELLER, People.PLATFORM));
            case APPEALABLE, DRAFT, AWAITING_SELLER, DECIDED -> People.SELLER;
            case SUBMITTED, UNDER_REVIEW -> oneOf(reviewers(state.stage()));
            case AWAITING_THIRD_PARTY, EXTERNAL_REVIEW -> People.PLATFORM;
            case CLOSED -> oneOf(PEOPLE);
        };
    }

    private static List<Actor> reviewers(Stage stage) {
        ActorType type = stage == Stage.FIRST_REVIEW ? ActorType.REVIEWER : ActorType.SUPERVISOR;
        return PEOPLE.stream().filter(actor -> actor.type() == type).toList();
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    boolean onceIn(int times) {
        return random.nextInt(times) == 0;
    }

    /** Mostly hours, sometimes long enough for any window to end, and sometimes a clock that is behind. */
    Duration pause() {
        return switch (random.nextInt(20)) {
            case 0 -> Duration.ofDays(1 + random.nextInt(40));
            case 1 -> Duration.ofSeconds(-random.nextInt(300));
            default -> Duration.ofMillis(random.nextInt(36_000_000)).plusNanos(random.nextInt(1_000_000));
        };
    }

    /** A sensible command, varied where its content leads elsewhere. */
    AppealCommand sensible(Class<? extends AppealCommand> kind, WellFormed wellFormed) {
        AppealCommand command = wellFormed.command(kind);
        return switch (command) {
            case OpenAppeal c ->
                WellFormed.opening(c.sellerId(), c.subject(), oneOf(List.of("SAFETY", "AUTHENTICITY")));
            case AttachEvidence c -> WellFormed.evidence(c.evidenceId(), oneOf(List.of("INVOICE", "LETTER", "PHOTO")));
            case RequestInformation c -> WellFormed.request(c.requestId(), oneOf(List.of(InformationSource.values())));
            case DecideAppeal c -> decision(wellFormed.actor().id());
            case GrantMandate c -> mandate(c, wellFormed);
            default -> command;
        };
    }

    private DecideAppeal decision(String by) {
        Outcome outcome = oneOf(List.of(Outcome.values()));
        return outcome == Outcome.UPHELD || onceIn(2)
                ? WellFormed.decision(outcome, by)
                : WellFormed.decision(outcome, by, oneOf(List.of(Remedy.values())));
    }

    private GrantMandate mandate(GrantMandate usual, WellFormed wellFormed) {
        boolean forTheLawyer = wellFormed.state().mandate(People.MANDATE).isEmpty();
        Instant from = wellFormed.at().plus(Duration.ofDays(random.nextInt(2)));
        return new GrantMandate(
                forTheLawyer ? People.MANDATE : usual.mandateId(),
                People.LAWYER.id(),
                RepresentativeType.CONSULTANT,
                onceIn(3) ? List.of(oneOf(List.of(MandateScope.values()))) : List.of(MandateScope.values()),
                from,
                from.plus(Duration.ofDays(1 + random.nextInt(60))),
                null);
    }

    /** Something that a hurried or hostile sender might send; most of it must be refused. */
    AppealCommand careless() {
        return switch (random.nextInt(5)) {
            case 0 -> new WithdrawAppeal(" ");
            case 1 -> new SubmitAppeal(new TruthDeclaration(true, " "));
            case 2 ->
                new DecideAppeal(
                        Outcome.UPHELD, "Because.", List.of(), List.of(), List.of(), null, Automation.FULL, List.of());
            case 3 -> WellFormed.decision(Outcome.UPHELD, oneOf(PEOPLE).id());
            default -> WellFormed.evidence("evidence|1", "lower case");
        };
    }
}
