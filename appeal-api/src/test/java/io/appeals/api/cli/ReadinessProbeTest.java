package io.appeals.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadinessProbeTest {

    @Test
    void onlyThePartsThatAreNotUpYetTellHowFarTheyAre() throws Exception {
        assertThat(ReadinessProbe.progress("""
                        {"name": "appeals", "status": "DOWN", "details": {
                          "service": {"name": "appeals", "status": "UP"},
                          "commands": {"status": "UP", "details": {"progress": "ready"}},
                          "views": {"status": "DOWN", "details": {"progress": "restored 81 %"}}}}""")).isEqualTo("views restored 81 %");
    }

    @Test
    void severalPartsTellTogether() throws Exception {
        assertThat(ReadinessProbe.progress("""
                        {"status": "DOWN", "details": {
                          "commands": {"status": "DOWN", "details": {"progress": "joining the cluster"}},
                          "views": {"status": "DOWN", "details": {"progress": "caught up 5 of 9 events"}}}}"""))
                .isEqualTo("commands joining the cluster, views caught up 5 of 9 events");
    }

    @Test
    void aNodeThatDoesNotSayIsNotReadyYet() throws Exception {
        assertThat(ReadinessProbe.progress("{\"status\": \"DOWN\"}")).isEqualTo("not ready yet");
    }
}
