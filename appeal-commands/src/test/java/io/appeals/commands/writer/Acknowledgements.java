package io.appeals.commands.writer;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.schema.event.RecordedEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks a log against what senders were told. */
final class Acknowledgements {

    private Acknowledgements() {}

    /** Nothing acknowledged is missing, and each stands where it was said to. Twice it cannot be: the log is verified. */
    static void allStandIn(Map<String, List<RecordedEvent>> log, Collection<NodeProcess.Acknowledged> acknowledged) {
        Map<String, Map<String, Long>> versions = new HashMap<>();
        log.forEach((appealId, events) -> events.forEach(event ->
                versions.computeIfAbsent(appealId, id -> new HashMap<>()).put(event.commandId(), event.version())));
        assertThat(acknowledged)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(versions.getOrDefault(each.appealId(), Map.of()))
                        .containsEntry(each.commandId(), each.version()));
    }
}
