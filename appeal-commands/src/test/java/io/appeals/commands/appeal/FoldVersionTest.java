package io.appeals.commands.appeal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appeals.schema.command.AppealCommand;
import io.appeals.schema.event.AppealEvent.AppealWithdrawn;
import io.appeals.schema.event.RecordedEvent;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldVersionTest {

    private static final int FOLDED_WITH = 2;
    private static final String STATES = "662e2db34df96bbe70b1de1affbe0c72e12ee67603a03506d1c49da49b07f4b7";

    @Test
    void aChangedFoldHasAnotherVersion() throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (Place place : Place.values()) {
            digest.update(place.reach().state().toString().getBytes(UTF_8));
        }
        assertThat(List.of(AppealState.FOLD_VERSION, HexFormat.of().formatHex(digest.digest())))
                .as("the same events now give another state: raise AppealState.FOLD_VERSION, so that stored states are"
                        + " folded again, and put the new version and digest here")
                .containsExactly(FOLDED_WITH, STATES);
    }

    @Test
    void anEventThatIsNotTheNextOneIsNotFolded() {
        List<RecordedEvent> events = Place.SUBMITTED.reach().events();
        assertThatThrownBy(() -> Case.decider().evolve(AppealState.initial(), events.get(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("version 2");
    }

    @Test
    void onlyWhatBeginsAnAppealIsRecordedFirst() {
        Case none = new Case();
        var issued = none.issued(new AppealCommand.WithdrawAppeal("Settled."), People.SELLER, null);
        assertThatThrownBy(() -> EventRecorder.record(
                        AppealState.initial(),
                        issued,
                        List.of(new AppealWithdrawn("Settled.", none.now())),
                        none.now(),
                        "digest"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
