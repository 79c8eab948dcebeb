package io.appeals.api.alertmanager;

import io.appeals.projections.sla.policy.Metric;
import io.appeals.schema.table.SlaAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An alert in the form of Alertmanager's API. What has the same labels is the same alert there.
 *
 * @param endsAt in the future for one that is open
 */
record PostedAlert(Map<String, String> labels, Map<String, String> annotations, String startsAt, String endsAt) {

    /**
     * One that is open ends by itself so long after it was posted last. Long enough for us to come back from an outage:
     * a breach is not over because nobody tells of it.
     */
    static final Duration UNLESS_RENEWED = Duration.ofHours(24);

    static PostedAlert of(OpenAlert open, Instant now) {
        OpenAlert.Over over = open.over();
        Instant endsAt = over == null ? now.plus(UNLESS_RENEWED) : over.at();
        return new PostedAlert(labels(open), annotations(open), open.startsAt().toString(), endsAt.toString());
    }

    private static Map<String, String> labels(OpenAlert open) {
        SlaAlert alert = open.alert();
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("alertname", open.isWarning() ? "SlaWarning" : "SlaBreached");
        labels.put("metric", alert.metric());
        put(labels, "category", alert.category());
        labels.put("stage", alert.stage().name());
        labels.put("severity", severity(open));
        labels.put("clock", open.clock());
        // Without it the second warning about a clock would be the first one, and nobody would hear of it.
        labels.put("threshold", alert.threshold());
        return labels;
    }

    /** That somebody else's time runs out is worth knowing, but nobody of the marketplace can do anything about it. */
    private static String severity(OpenAlert open) {
        boolean ours =
                Metric.of(open.alert().metric()).map(Metric::isOfMarketplace).orElse(true);
        if (!ours) {
            return "info";
        }
        return open.isWarning() ? "warning" : "critical";
    }

    private static Map<String, String> annotations(OpenAlert open) {
        SlaAlert alert = open.alert();
        Map<String, String> annotations = new LinkedHashMap<>();
        annotations.put("summary", summary(open));
        annotations.put("alertId", alert.alertId());
        annotations.put("appealId", alert.appealId());
        put(annotations, "about", alert.about());
        put(annotations, "breachAt", text(alert.breachAt()));
        annotations.put("dueAt", alert.dueAt().toString());
        annotations.put("detectedAt", alert.detectedAt().toString());
        OpenAlert.Over over = open.over();
        if (over != null) {
            annotations.put("endedBy", over.why());
            put(annotations, "recoveryId", over.recoveryId());
        }
        return annotations;
    }

    private static String summary(OpenAlert open) {
        SlaAlert alert = open.alert();
        String clock = alert.metric() + " of appeal " + alert.appealId();
        if (!open.isWarning()) {
            return clock + " is over time since " + text(alert.breachAt());
        }
        String how = alert.threshold().endsWith("%")
                ? alert.threshold() + " of the time is used"
                : "no more than " + alert.threshold() + " is left";
        return clock + " will be over time at " + text(alert.breachAt()) + ": " + how;
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }

    private static void put(Map<String, String> map, String name, @Nullable String value) {
        if (value != null) {
            map.put(name, value);
        }
    }
}
