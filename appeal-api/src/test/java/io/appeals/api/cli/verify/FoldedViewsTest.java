package io.appeals.api.cli.verify;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appeals.api.cli.SoundLog;
import io.appeals.commands.verify.BrokenLogException;
import io.appeals.schema.event.RecordedEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldedViewsTest {

    private final List<RecordedEvent> events = SoundLog.seeded(1).events();
    private final FoldedViews views = new FoldedViews(2);

    @Test
    void whatTheReadSideCanFoldIsSound() {
        assertThatCode(() -> events.forEach(event -> views.fold(0, event))).doesNotThrowAnyException();
    }

    @Test
    void whatTheReadSideCannotFoldIsToldWithItsPlace() {
        RecordedEvent first = events.getFirst();
        views.fold(6, first);

        assertThatThrownBy(() -> views.fold(7, first))
                .isInstanceOf(BrokenLogException.class)
                .hasMessageContaining("appeal " + first.appealId() + " is broken at offset 7 of partition 2")
                .hasMessageContaining("cannot be folded by the read side");
    }
}
