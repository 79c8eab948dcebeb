package io.appeals.api.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.api.http.Bodies;
import io.appeals.api.http.Person;
import io.appeals.api.http.RunningApi;
import io.appeals.api.http.SmallCluster;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A position in the log means the same on every node. */
@Tag("broker")
@Timeout(180)
class StreamOnTwoNodesTest {

    private static final int EACH = 25;

    @RegisterExtension
    static final SmallCluster live = new SmallCluster();

    private final String seller = "S-" + UUID.randomUUID();

    @Test
    void aNodeThatHasJustStartedReadsTheLogForAClientThatComesFromAnother() {
        Person analyst = live.api().with("analyst", "an-1");
        String lastId;
        List<EventStream.Event> first;
        try (EventStream stream = EventStream.open(live.api(), analyst, "", null)) {
            happen("a");
            stream.await(heard -> heard.events().size() == EACH);
            first = List.copyOf(stream.events());
            lastId = first.getLast().id();
        }
        happen("b");
        try (RunningApi other = live.node("node-2");
                EventStream again = EventStream.open(other, other.with("analyst", "an-1"), "", lastId)) {
            again.await(heard -> heard.events().size() >= EACH);
            happen("c");
            again.await(heard -> heard.events().size() >= 2 * EACH);
            again.awaitComment("heartbeat");
            assertThat(again.events()).hasSize(2 * EACH);
            assertThat(again.events().stream().map(EventStream.Event::appealId))
                    .doesNotHaveDuplicates()
                    .doesNotContainAnyElementsOf(
                            first.stream().map(EventStream.Event::appealId).toList());
        }
    }

    private void happen(String prefix) {
        for (int i = 0; i < EACH; i++) {
            live.api().with("platform", "market").post("/v1/enforcements", Bodies.enforcement(seller, prefix + i));
        }
    }
}
