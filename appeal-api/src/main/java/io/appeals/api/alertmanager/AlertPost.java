package io.appeals.api.alertmanager;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;

/** Writes alerts as Alertmanager reads them, and posts them. */
final class AlertPost {

    private final ObjectMapper mapper;
    private final Alertmanagers alertmanagers;
    private final AlertmanagerMetrics metrics;

    AlertPost(ObjectMapper mapper, Alertmanagers alertmanagers, AlertmanagerMetrics metrics) {
        this.mapper = mapper;
        this.alertmanagers = alertmanagers;
        this.metrics = metrics;
    }

    /** @return whether they were taken */
    boolean send(List<OpenAlert> alerts) {
        Instant now = Instant.now();
        boolean taken = alertmanagers.post(
                written(alerts.stream().map(alert -> PostedAlert.of(alert, now)).toList()));
        if (taken) {
            metrics.posted(alerts.size());
        }
        return taken;
    }

    private byte[] written(List<PostedAlert> alerts) {
        try {
            return mapper.writeValueAsBytes(alerts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
