package io.appeals.api.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.Map;

/**
 * A gauge for each set of labels that there is a figure of. They come and go with the figures, and one that stays is never
 * gone in between: a scrape at that moment would miss it.
 */
final class LabelledGauge {

    private final MultiGauge gauge;
    private volatile Map<Tags, Double> latest = Map.of();

    LabelledGauge(MultiGauge.Builder gauge, MeterRegistry registry) {
        this.gauge = gauge.register(registry);
    }

    void show(Map<Tags, Double> figures) {
        latest = figures;
        gauge.register(figures.keySet().stream().map(this::row).toList());
    }

    private MultiGauge.Row<?> row(Tags labels) {
        return MultiGauge.Row.of(labels, () -> latest.getOrDefault(labels, Double.NaN));
    }
}
