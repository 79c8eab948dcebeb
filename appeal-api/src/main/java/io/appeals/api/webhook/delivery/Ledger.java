package io.appeals.api.webhook.delivery;

import io.appeals.schema.webhook.DeliveryStatus;
import io.appeals.schema.webhook.WebhookAttempt;
import io.appeals.schema.webhook.WebhookState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Collects what has to be kept until it is. */
final class Ledger {

    private Map<String, Optional<WebhookState>> rows = new LinkedHashMap<>();
    private List<WebhookAttempt> attempts = new ArrayList<>();

    void keep(String key, WebhookState row) {
        rows.put(key, Optional.of(row));
    }

    void remove(String key) {
        rows.put(key, Optional.empty());
    }

    void record(Errand.Report report, DeliveryStatus status, @Nullable Instant next) {
        Delivery delivery = report.errand().delivery();
        attempts.add(new WebhookAttempt(
                report.errand().webhook().id(),
                delivery.id(),
                delivery.waiting().eventType(),
                delivery.appealId(),
                delivery.waiting().sequence(),
                delivery.waiting().occurredAt(),
                delivery.place().topic(),
                delivery.place().partition(),
                delivery.offset(),
                report.errand().attempt(),
                report.begunAt(),
                report.took().toMillis(),
                report.answer().httpStatus(),
                report.answer().problem(),
                status,
                next));
    }

    Changes take(Map<TopicPartition, Long> places) {
        Changes changes = new Changes(rows, attempts, places);
        rows = new LinkedHashMap<>();
        attempts = new ArrayList<>();
        return changes;
    }
}
