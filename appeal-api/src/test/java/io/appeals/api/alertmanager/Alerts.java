package io.appeals.api.alertmanager;

import io.appeals.projections.sla.clock.AlertKind;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.appeal.SubjectType;
import io.appeals.schema.table.SlaAlert;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Alerts as the projection gives them. */
final class Alerts {

    static final Instant BREACH = Instant.parse("2026-03-02T09:00:00Z");

    private Alerts() {}

    static SlaAlert warning(String appealId, String metric, String threshold) {
        return alert(AlertKind.WARNING, appealId, metric, threshold, "PRODUCT_SAFETY");
    }

    static SlaAlert breach(String appealId, String metric) {
        return alert(AlertKind.BREACHED, appealId, metric, "100%", "PRODUCT_SAFETY");
    }

    static SlaAlert recovery(String appealId, String metric, String category) {
        return alert(AlertKind.RECOVERED, appealId, metric, "100%", category);
    }

    private static SlaAlert alert(
            AlertKind kind, String appealId, String metric, String threshold, @Nullable String category) {
        return new SlaAlert(
                String.join("|", kind.word(), appealId, metric, threshold),
                kind.word(),
                appealId,
                "S-1",
                metric,
                1,
                null,
                threshold,
                BREACH,
                BREACH.plusMillis(80),
                false,
                "RUNNING",
                BREACH,
                4,
                AppealStatus.UNDER_REVIEW,
                Stage.FIRST_REVIEW,
                SubjectType.LISTING,
                category,
                "de",
                null,
                "policy",
                "2026-01+1",
                "business",
                "2026-01",
                null);
    }
}
