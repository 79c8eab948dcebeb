package io.appeals.commands.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.appeals.commands.lifecycle.AvailableAction;
import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.ActorType;
import io.appeals.schema.appeal.AppealId;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.Outcome;
import io.appeals.schema.command.AppealCommand;
import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.event.AppealEvent;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.result.Rejection;
import io.appeals.schema.wire.RecordCodec;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Thousands of cases in which random people send random commands at random times. Prints its seed; run it with
 * {@code -Dseed=…} to have the same cases again.
 */
class RandomCasesTest {

    private static final int CASES = 2_000;
    private static final int COMMANDS_A_CASE = 35;
    private static final List<String> ONWARD = List.of(
            "SubmitAppeal",
            "StartReview",
            "DecideAppeal",
            "EscalateAppeal",
            "ReferExternally",
            "RecordExternalOutcome",
            "ProvideInformation");
    private static final Set<Class<?>> EVENTS_OF_CLOSED_CASES =
            Set.of(AppealEvent.RemedyImplemented.class, AppealEvent.AppealReopened.class);

    private final RecordCodec<AppealState> storage = RecordCodec.of(AppealState.class);
    private final RecordCodec<RecordedEvent> log = RecordCodec.of(RecordedEvent.class);
    private final Set<String> accepted = new TreeSet<>();
    private final Set<String> offeredFrom = new TreeSet<>();

    @Test
    void everyCaseHoldsTheRulesWhateverIsSent() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("random cases with -Dseed=" + seed);
        for (int i = 0; i < CASES; i++) {
            long caseSeed = seed + i;
            try {
                play(new RandomCase(caseSeed));
            } catch (AssertionError | RuntimeException e) {
                fail("case " + i + " of -Dseed=" + seed, e);
            }
        }
        assertThat(accepted)
                .as("commands that were accepted at least once")
                .containsExactlyInAnyOrderElementsOf(
                        WellFormed.kinds().stream().map(Class::getSimpleName).toList());
        assertThat(offeredFrom)
                .as("every role was tried in every status")
                .hasSize(ActorType.values().length * (AppealStatus.values().length + 1));
    }

    private void play(RandomCase random) {
        Case played = new Case();
        for (int i = 0; i < COMMANDS_A_CASE; i++) {
            played.later(random.pause());
            Actor actor = random.onceIn(2) ? random.anybody() : random.somebodyConcerned(played.state());
            Set<String> offered = whatIsOfferedIsWhatIsAccepted(played, actor, random, i);
            AppealState before = played.state();
            IssuedCommand issued = played.issued(choose(random, played, actor, offered, i), actor, null);
            Decision decision = played.send(issued);
            assertThat(Case.decider().decide(before, issued))
                    .as("decided twice")
                    .isEqualTo(decision);
            switch (decision) {
                case Decision.Accepted _ -> {
                    accepted.add(issued.command().type());
                    isSoundAfter(before, played);
                }
                case Decision.Rejected(var rejection) -> {
                    tellsWhatIsAllowed(rejection, offered);
                    assertThat(played.state()).isSameAs(before);
                }
            }
        }
        isSoundAsAWhole(played);
    }

    private static AppealCommand choose(RandomCase random, Case played, Actor actor, Set<String> offered, int i) {
        if (random.onceIn(15)) {
            return random.careless();
        }
        boolean onward = random.onceIn(2) && ONWARD.stream().anyMatch(offered::contains);
        List<Class<? extends AppealCommand>> kinds = WellFormed.kinds().stream()
                .filter(kind -> offered.contains(kind.getSimpleName()))
                .filter(kind -> !onward || ONWARD.contains(kind.getSimpleName()))
                .toList();
        return random.sensible(
                random.oneOf(kinds.isEmpty() ? WellFormed.kinds() : kinds), wellFormed(played, actor, "item-" + i));
    }

    private Set<String> whatIsOfferedIsWhatIsAccepted(Case played, Actor actor, RandomCase random, int i) {
        Set<String> offered = Case.decider().availableActions().of(played.state(), actor, played.now()).stream()
                .map(AvailableAction::action)
                .collect(Collectors.toSet());
        if (!random.onceIn(3)) {
            return offered;
        }
        offeredFrom.add(actor.type() + " in " + played.state().status());
        for (Class<? extends AppealCommand> kind : WellFormed.kinds()) {
            AppealCommand command = random.sensible(kind, wellFormed(played, actor, "tried-" + i));
            Decision decision = Case.decider().decide(played.state(), played.issued(command, actor, null));
            boolean refusedAsSomebodyElses =
                    kind == AppealCommand.OpenAppeal.class && actor.equals(People.OTHER_SELLER);
            assertThat(decision instanceof Decision.Accepted)
                    .as(() -> actor + " sends " + command + " in " + played.state() + ": " + decision)
                    .isEqualTo(offered.contains(kind.getSimpleName()) && !refusedAsSomebodyElses);
        }
        return offered;
    }

    private static WellFormed wellFormed(Case played, Actor actor, String fresh) {
        return new WellFormed(
                People.SELLER.id(),
                Case.SUBJECT,
                played.state(),
                actor,
                played.state().momentOf(played.now()),
                fresh);
    }

    private static void tellsWhatIsAllowed(Rejection rejection, Set<String> offered) {
        assertThat(rejection.detail()).isNotBlank();
        assertThat(offered).containsAll(rejection.allowedActions());
    }

    private void isSoundAfter(AppealState before, Case played) {
        RecordedEvent last = played.events().getLast();
        AppealState state = played.state();
        assertThat(state.version()).isEqualTo(before.version() + 1).isEqualTo(last.version());
        if (before.lastOccurredAt() != null) {
            assertThat(last.occurredAt()).isAfterOrEqualTo(before.lastOccurredAt());
        }
        assertThat(last.eventId())
                .isEqualTo(AppealId.nameBased(AppealId.NAMESPACE, Case.APPEAL_ID + "|" + last.version())
                        .toString());
        if (before.status() == AppealStatus.CLOSED) {
            assertThat(EVENTS_OF_CLOSED_CASES).contains(last.event().getClass());
        }
        assertThat(state.status() == AppealStatus.CLOSED).isEqualTo(state.closureReason() != null);
        Set<AppealStatus> awaiting = EnumSet.of(AppealStatus.AWAITING_SELLER, AppealStatus.AWAITING_THIRD_PARTY);
        assertThat(state.openRequest() != null).isEqualTo(awaiting.contains(state.status()));
        assertThat(log.decode(log.encode(last)))
                .as("the event as it stands in the log")
                .isEqualTo(last);
        assertThat(storage.decode(storage.encode(state)))
                .as("the state as it is stored")
                .isEqualTo(state);
    }

    private static void isSoundAsAWhole(Case played) {
        AppealState replayed = AppealState.initial();
        Set<String> deciders = new HashSet<>();
        for (RecordedEvent recorded : played.events()) {
            assertThat(Case.decider().contradiction(replayed, recorded)).isEmpty();
            replayed = Case.decider().evolve(replayed, recorded);
            if (recorded.event() instanceof AppealEvent.AppealDecided decided) {
                assertThat(deciders.add(decided.decidedBy()))
                        .as("decided by fresh eyes")
                        .isTrue();
                if (decided.outcome() == Outcome.UPHELD) {
                    assertThat(decided.humanReviewerId())
                            .as("a person answers for it")
                            .isNotNull();
                }
                if (decided.humanReviewerId() != null
                        && !decided.humanReviewerId().equals(decided.decidedBy())) {
                    assertThat(deciders.add(decided.humanReviewerId())).isTrue();
                }
            }
        }
        assertThat(replayed).as("the state folded again from the log").isEqualTo(played.state());
    }
}
