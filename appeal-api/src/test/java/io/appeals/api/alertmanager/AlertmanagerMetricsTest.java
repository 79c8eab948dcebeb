package io.appeals.api.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AlertmanagerMetricsTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void whatIsWatchedIsToldAlsoAfterTheMemoryWasCleared() {
        AtomicInteger open = new AtomicInteger(3);
        new AlertmanagerMetrics(registry).watch(() -> open.get(), () -> open.get() + 1);
        System.gc();

        assertThat(registry.get("appeals.alertmanager.open").gauge().value()).isEqualTo(3);
        assertThat(registry.get("appeals.alertmanager.waiting").gauge().value()).isEqualTo(4);
    }
}
