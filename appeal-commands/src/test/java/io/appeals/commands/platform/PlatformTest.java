package io.appeals.commands.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.commands.writer.SampleCommands;
import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.ActorType;
import io.appeals.schema.command.AppealCommand;
import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.result.FieldError;
import io.appeals.schema.result.RejectionType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

    private static final Platform ACME = new Platform(
            "acme",
            List.of(
                    new TrustedActor(ActorType.PLATFORM, List.of("acme", "acme.eu"), Set.of()),
                    new TrustedActor(ActorType.SELLER, List.of("acme-*"), Set.of("AcceptDecision", "OpenAppeal"))));

    private static IssuedCommand accepting(ActorType type, String id) {
        return SampleCommands.issued(
                "c-1",
                SampleCommands.appealId("acme-7", "L-1"),
                Actor.of(type, id),
                new AppealCommand.AcceptDecision(null));
    }

    @ParameterizedTest
    @CsvSource({"PLATFORM, acme", "PLATFORM, acme.eu", "SELLER, acme-7", "SELLER, acme-"})
    void itMayActAsWhomItIsTrustedToBe(ActorType type, String id) {
        assertThat(ACME.refusal(accepting(type, id))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PLATFORM, acme2",
        "PLATFORM, acme-7",
        "SELLER, acme",
        "SELLER, other-7",
        "REVIEWER, acme",
        "SYSTEM, acme",
        "REPRESENTATIVE, acme-7"
    })
    void itMayActAsNobodyElse(ActorType type, String id) {
        assertThat(ACME.refusal(accepting(type, id))).hasValueSatisfying(rejection -> {
            assertThat(rejection.type()).isEqualTo(RejectionType.FORBIDDEN);
            assertThat(rejection.rule()).isEqualTo("untrusted-actor");
            assertThat(rejection.errors()).extracting(FieldError::pointer).containsExactly("/actor");
        });
    }

    @Test
    void aTrustedActorMaySendOnlyTheCommandsThatAreNamedIfAnyAre() {
        IssuedCommand message = SampleCommands.issued(
                "c-1",
                SampleCommands.appealId("acme-7", "L-1"),
                Actor.seller("acme-7"),
                new AppealCommand.WithdrawAppeal("No longer needed."));

        assertThat(ACME.refusal(message))
                .hasValueSatisfying(rejection -> assertThat(rejection.detail())
                        .isEqualTo(
                                "Platform acme may not send WithdrawAppeal as SELLER acme-7. It may act as PLATFORM acme or"
                                        + " acme.eu, SELLER acme-* (AcceptDecision, OpenAppeal). Send it as one of these, or have the"
                                        + " product's operators add to the platforms file."));
    }

    @Test
    void aStarMeansAnybody() {
        Platform back = new Platform(
                "back-office", List.of(new TrustedActor(ActorType.REVIEWER, List.of("*"), Set.of("AcceptDecision"))));

        assertThat(back.refusal(accepting(ActorType.REVIEWER, "r-1"))).isEmpty();
    }
}
