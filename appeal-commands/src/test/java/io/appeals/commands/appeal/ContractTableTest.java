package io.appeals.commands.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.commands.lifecycle.AvailableAction;
import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.ActorType;
import io.appeals.schema.command.AppealCommand;
import io.appeals.schema.event.AppealEvent;
import io.appeals.schema.result.RejectionType;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract's table, written a second time: every command from every place by everybody is as it says, and nothing else. */
class ContractTableTest {

    /** In 'to', = is for a status that stays. */
    private static final List<Row> CONTRACT = """
            RecordEnforcement     | EnforcementRecorded     | PLATFORM                                         | NEW                                            | APPEALABLE
            OpenAppeal            | AppealOpened            | SELLER PLATFORM                                  | NEW                                            | DRAFT
            OpenAppeal            | AppealOpened            | SELLER REPRESENTATIVE PLATFORM                   | APPEALABLE                                     | DRAFT
            AmendAppeal           | AppealAmended           | SELLER REPRESENTATIVE                            | DRAFT                                          | =
            AttachEvidence        | EvidenceAttached        | SELLER REPRESENTATIVE                            | DRAFT AWAITING_SELLER SUBMITTED UNDER_REVIEW UNDER_REVIEW_ABOVE | =
            RemoveEvidence        | EvidenceRemoved         | SELLER REPRESENTATIVE                            | DRAFT                                          | =
            SubmitAppeal          | AppealSubmitted         | SELLER REPRESENTATIVE                            | DRAFT                                          | SUBMITTED
            AssignReviewer        | ReviewerAssigned        | SUPERVISOR PLATFORM                              | SUBMITTED UNDER_REVIEW UNDER_REVIEW_ABOVE      | =
            StartReview           | ReviewStarted           | REVIEWER SUPERVISOR                              | SUBMITTED                                      | UNDER_REVIEW
            RejectAsInadmissible  | AppealRejected          | REVIEWER                                         | SUBMITTED UNDER_REVIEW UNDER_REVIEW_ABOVE      | CLOSED
            RecategorizeAppeal    | AppealRecategorized     | REVIEWER                                         | SUBMITTED UNDER_REVIEW UNDER_REVIEW_ABOVE      | =
            AssessEvidence        | EvidenceAssessed        | REVIEWER                                         | UNDER_REVIEW UNDER_REVIEW_ABOVE                | =
            RequestInformation    | InformationRequested    | REVIEWER                                         | UNDER_REVIEW UNDER_REVIEW_ABOVE                | AWAITING_SELLER
            ProvideInformation    | InformationProvided     | SELLER REPRESENTATIVE                            | AWAITING_SELLER                                | UNDER_REVIEW
            ProvideInformation    | InformationProvided     | PLATFORM                                         | AWAITING_THIRD_PARTY                           | UNDER_REVIEW
            ExtendDeadline        | DeadlineExtended        | REVIEWER SUPERVISOR                              | AWAITING_SELLER AWAITING_THIRD_PARTY           | =
            PostMessage           | MessagePosted           | SELLER REPRESENTATIVE REVIEWER SUPERVISOR PLATFORM | APPEALABLE DRAFT SUBMITTED UNDER_REVIEW UNDER_REVIEW_ABOVE AWAITING_SELLER AWAITING_THIRD_PARTY DECIDED DECIDED_BY_PANEL EXTERNAL_REVIEW | =
            DecideAppeal          | AppealDecided           | REVIEWER                                         | UNDER_REVIEW                                   | DECIDED
            DecideAppeal          | AppealDecided           | SUPERVISOR                                       | UNDER_REVIEW_ABOVE                             | DECIDED
            AcceptDecision        | AppealClosed            | SELLER REPRESENTATIVE                            | DECIDED DECIDED_BY_PANEL                       | CLOSED
            EscalateAppeal        | AppealEscalated         | SELLER REPRESENTATIVE                            | DECIDED                                        | SUBMITTED
            ReferExternally       | ReferredExternally      | SELLER PLATFORM                                  | DECIDED_BY_PANEL                               | EXTERNAL_REVIEW
            RecordExternalOutcome | ExternalOutcomeRecorded | PLATFORM                                         | EXTERNAL_REVIEW                                | CLOSED
            ConfirmRemedy         | RemedyImplemented       | PLATFORM                                         | DECIDED DECIDED_BY_PANEL CLOSED_ACCEPTED       | =
            WithdrawAppeal        | AppealWithdrawn         | SELLER REPRESENTATIVE                            | DRAFT SUBMITTED UNDER_REVIEW UNDER_REVIEW_ABOVE AWAITING_SELLER AWAITING_THIRD_PARTY DECIDED DECIDED_BY_PANEL | CLOSED
            LapseAppeal           | AppealLapsed            | SYSTEM                                           | APPEALABLE DRAFT AWAITING_SELLER               | CLOSED
            CloseAppeal           | AppealClosed            | SYSTEM                                           | DECIDED DECIDED_BY_PANEL                       | CLOSED
            ReopenAppeal          | AppealReopened          | SUPERVISOR                                       | CLOSED_WITHDRAWN CLOSED_ACCEPTED               | UNDER_REVIEW
            ReopenAppeal          | AppealReopened          | SELLER REPRESENTATIVE                            | CLOSED_WITHDRAWN                               | UNDER_REVIEW
            GrantMandate          | MandateGranted          | SELLER                                           | APPEALABLE DRAFT SUBMITTED UNDER_REVIEW UNDER_REVIEW_ABOVE AWAITING_SELLER AWAITING_THIRD_PARTY DECIDED DECIDED_BY_PANEL EXTERNAL_REVIEW | =
            RevokeMandate         | MandateRevoked          | SELLER                                           | APPEALABLE DRAFT SUBMITTED UNDER_REVIEW UNDER_REVIEW_ABOVE AWAITING_SELLER AWAITING_THIRD_PARTY DECIDED DECIDED_BY_PANEL EXTERNAL_REVIEW | =
            FlagIntegrity         | IntegrityFlagged        | SYSTEM REVIEWER                                  | APPEALABLE DRAFT SUBMITTED UNDER_REVIEW UNDER_REVIEW_ABOVE AWAITING_SELLER AWAITING_THIRD_PARTY DECIDED DECIDED_BY_PANEL EXTERNAL_REVIEW | =
            """.lines().map(Row::parse).toList();

    record Row(String command, String event, Set<ActorType> who, Set<Place> from, String to) {

        static Row parse(String line) {
            List<String> cells =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            return new Row(
                    cells.get(0),
                    cells.get(1),
                    words(cells.get(2)).map(ActorType::valueOf).collect(Collectors.toSet()),
                    words(cells.get(3)).map(Place::valueOf).collect(Collectors.toSet()),
                    cells.get(4));
        }

        private static Stream<String> words(String cell) {
            return Arrays.stream(cell.split(" ", -1));
        }
    }

    static Stream<Arguments> everyCommandEverywhere() {
        return WellFormed.kinds().stream()
                .flatMap(command -> Arrays.stream(Place.values()).map(place -> Arguments.of(command, place)));
    }

    @ParameterizedTest(name = "{0} from {1}")
    @MethodSource("everyCommandEverywhere")
    void aCommandIsAcceptedFromWhomAndWhereTheContractSaysAndRefusedOtherwise(
            Class<? extends AppealCommand> command, Place place) {
        for (ActorType type : ActorType.values()) {
            Case reached = place.reach();
            reached.later(isOfTimers(command) ? Duration.ofDays(100) : Duration.ofHours(1));
            Actor actor = Given.actor(type);
            boolean offered = offered(reached, actor).contains(command.getSimpleName());
            String before = String.valueOf(reached.state().status());

            Decision decision = send(reached, command, actor);

            List<Row> rows = CONTRACT.stream()
                    .filter(row -> row.command().equals(command.getSimpleName())
                            && row.from().contains(place)
                            && row.who().contains(type))
                    .toList();
            String what = type + " sends " + command.getSimpleName() + " from " + place + ": " + decision;
            assertThat(decision instanceof Decision.Accepted).as(what).isEqualTo(!rows.isEmpty());
            assertThat(offered).as("offered: " + what).isEqualTo(!rows.isEmpty());
            switch (decision) {
                case Decision.Accepted(var events) -> isAsTheRowSays(rows.getFirst(), events, before, reached);
                case Decision.Rejected(var rejection) ->
                    assertThat(rejection.type()).as(what).isEqualTo(expectedRefusal(command, place, type));
            }
        }
    }

    private static void isAsTheRowSays(Row row, List<AppealEvent> events, String before, Case reached) {
        assertThat(events).extracting(AppealEvent::type).containsExactly(row.event());
        String expected = row.to().equals("=") ? before : row.to();
        assertThat(reached.state().status()).hasToString(expected);
    }

    /** Who has no part hears NOT_FOUND, the wrong role FORBIDDEN, and the right role at the wrong time what is wrong. */
    private static RejectionType expectedRefusal(Class<? extends AppealCommand> command, Place place, ActorType type) {
        String name = command.getSimpleName();
        List<Row> rows =
                CONTRACT.stream().filter(row -> row.command().equals(name)).toList();
        List<Row> here = rows.stream().filter(row -> row.from().contains(place)).toList();
        boolean begins = rows.stream().anyMatch(row -> row.from().contains(Place.NEW));
        boolean everMay = rows.stream().anyMatch(row -> row.who().contains(type));
        if (place == Place.NEW && (!begins || everMay)) {
            return RejectionType.NOT_FOUND;
        }
        boolean somebodyElseMay = !here.isEmpty() && !name.equals("ReopenAppeal");
        if (!everMay || somebodyElseMay) {
            return RejectionType.FORBIDDEN;
        }
        if (name.equals("ConfirmRemedy") && place == Place.CLOSED_WITHDRAWN) {
            return RejectionType.RULE_VIOLATED;
        }
        return begins ? RejectionType.APPEAL_ALREADY_EXISTS : RejectionType.INVALID_TRANSITION;
    }

    /** Timers' commands are for when time is over; sent together with the others they would find it running. */
    private static boolean isOfTimers(Class<? extends AppealCommand> command) {
        return command == AppealCommand.LapseAppeal.class || command == AppealCommand.CloseAppeal.class;
    }

    private static List<String> offered(Case reached, Actor actor) {
        return Case.decider().availableActions().of(reached.state(), actor, reached.now()).stream()
                .map(AvailableAction::action)
                .toList();
    }

    private static Decision send(Case reached, Class<? extends AppealCommand> kind, Actor actor) {
        AppealCommand command = new WellFormed(
                        People.SELLER.id(), Case.SUBJECT, reached.state(), actor, reached.now(), "fresh-id")
                .command(kind);
        return reached.send(reached.issued(command, actor, null));
    }

    @Test
    void everyCommandStandsInTheContract() {
        assertThat(CONTRACT.stream().map(Row::command).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        WellFormed.kinds().stream().map(Class::getSimpleName).toList());
    }
}
