package io.appeals.projections.sla.serving;

import io.appeals.projections.sla.policy.Metric;
import java.util.List;

/** Which commands stop a clock of which metric. */
final class ActionMetrics {

    private ActionMetrics() {}

    static List<String> commandsFor(Metric metric) {
        return switch (metric) {
            case FILING_WINDOW -> List.of("OpenAppeal", "SubmitAppeal");
            case ACKNOWLEDGEMENT -> List.of("StartReview");
            case DECISION, ESCALATION_DECISION -> List.of("DecideAppeal");
            case SELLER_RESPONSE, THIRD_PARTY_RESPONSE -> List.of("ProvideInformation");
            case ESCALATION_WINDOW -> List.of("EscalateAppeal", "AcceptDecision", "ReferExternally");
            case PERIODIC_UPDATE -> List.of("PostMessage");
            case REMEDY -> List.of("ConfirmRemedy");
            case EXTERNAL -> List.of("RecordExternalOutcome");
        };
    }
}
