package io.appeals.api.analysts;

import io.appeals.api.http.Casework;
import io.appeals.api.http.RunningApi;

/** Appeals for a reader to count: some without an outcome yet, some decided, one by a body outside. */
final class DecidedCases {

    private DecidedCases() {}

    static void happenAt(RunningApi api) {
        Casework.opened(api);
        Casework.submitted(api);
        Casework.decided(api);
        Casework.decidedByPanel(api);
        Casework.externallyReviewed(api)
                .by(
                        "platform",
                        "/external-outcome",
                        "{\"outcome\": \"OVERTURNED\", \"reasons\": \"The invoices are genuine.\"}");
    }
}
