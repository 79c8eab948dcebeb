package io.appeals.api.operations;

import io.appeals.api.platform.Platforms;
import io.appeals.commands.platform.Platform;
import io.appeals.commands.platform.PlatformObserver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Locale;

/** What becomes of platforms' commands before they reach an owner, for Prometheus. There are few platforms. */
@Singleton
class PlatformMetrics implements PlatformObserver {

    private final MeterRegistry registry;

    PlatformMetrics(MeterRegistry registry, Platforms platforms) {
        this.registry = registry;
        for (Platform platform : platforms.all()) {
            for (Outcome outcome : Outcome.values()) {
                commands(platform.name(), outcome);
            }
        }
    }

    private Counter commands(String platform, Outcome outcome) {
        return Counter.builder("appeals.platform.commands")
                .description("Records in platforms' own topics, by what became of them before any owner saw them")
                .tag("platform", platform)
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }

    @Override
    public void decided(String platform, Outcome outcome) {
        commands(platform, outcome).increment();
    }

    @Override
    public void putAside(String reason) {
        DeadLetterCount.byCommands(registry, reason).increment();
    }
}
