package io.appeals.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.commands.appeal.AppealDecider;
import io.appeals.commands.appeal.AppealState;
import io.appeals.commands.appeal.Decision;
import io.appeals.commands.appeal.EventRecorder;
import io.appeals.commands.category.yaml.CategoryFile;
import io.appeals.commands.lifecycle.LifecyclePolicy;
import io.appeals.schema.command.IssuedCommand;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CommandMixTest {

    private static final Instant NOW = Instant.parse("2026-01-31T09:00:00Z");

    private final CommandMix mix = new CommandMix("TEST");

    @Test
    void theRulesAcceptAllCommandsOfAnAppealInTheirOrder() {
        AppealDecider decider = new AppealDecider(CategoryFile.shipped(), LifecyclePolicy.defaults());
        AppealState state = AppealState.initial();
        for (int turn = 0; turn < CommandMix.COMMANDS_PER_APPEAL; turn++) {
            IssuedCommand issued = mix.issued(mix.appeal(17), turn, NOW);
            Decision decision = decider.decide(state, issued);
            assertThat(decision).as(issued.toString()).isInstanceOf(Decision.Accepted.class);
            state = EventRecorder.record(state, issued, ((Decision.Accepted) decision).events(), NOW, "")
                    .state();
        }
        assertThat(state.version()).isEqualTo(CommandMix.COMMANDS_PER_APPEAL);
    }

    @Test
    void everyAppealIsAnotherOne() {
        assertThat(LongStream.range(0, 1_000)
                        .mapToObj(number -> mix.appeal(number).appealId()))
                .doesNotHaveDuplicates();
        assertThat(new CommandMix("OTHER").appeal(1).appealId())
                .isNotEqualTo(mix.appeal(1).appealId());
    }

    @Test
    void aCommandTakesAbout300BytesOnTheWire() {
        double average = Arrays.stream(RawRoute.payloads(mix))
                .mapToInt(payload -> payload.length)
                .average()
                .orElseThrow();
        assertThat(average).isBetween(250.0, 350.0);
    }
}
