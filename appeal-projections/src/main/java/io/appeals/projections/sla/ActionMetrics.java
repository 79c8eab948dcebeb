package io.appeals.projections.sla;

import io.appeals.projections.sla.policy.Metric;
import java.util.List;

/** Which commands have to come before a clock's time is used up: those that stop it, and those that must come first. */
final class ActionMetrics {

    private ActionMetrics() {}

    static List<String> commandsFor(Metric metric) {
        return switch (metric) {
            case FILING_WINDOW -> List.of("OpenAppeal", "SubmitAppeal");
            case ACKNOWLEDGEMENT -> List.of("StartReview");
            // Nobody can decide before the review has begun, and an escalation has no clock of its own for that.
            case DECISION, ESCALATION_DECISION -> List.of("StartReview", "DecideAppeal");
            case SELLER_RESPONSE, THIRD_PARTY_RESPONSE -> List.of("ProvideInformation");
            case ESCALATION_WINDOW -> List.of("EscalateAppeal", "AcceptDecision", "ReferExternally");
            case PERIODIC_UPDATE -> List.of("PostMessage");
            case REMEDY -> List.of("ConfirmRemedy");
            case EXTERNAL -> List.of("RecordExternalOutcome");
        };
    }
}
