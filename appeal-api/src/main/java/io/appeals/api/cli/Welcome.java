package io.appeals.api.cli;

import io.appeals.api.time.ProductTime;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What a person needs to know once a node serves: where things are, and a first thing to try. */
final class Welcome {

    private Welcome() {}

    static List<String> to(RunningNode node, Path dataFolder) {
        String api = node.apiUrl().toString();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Serving. Ctrl-C stops it; nothing acknowledged is ever lost.");
        lines.add("  API      " + api + "   (documentation at " + api + "/docs)");
        lines.add("  Kafka    " + node.bootstrapServers() + (node.embedsBroker() ? "   (embedded)" : ""));
        lines.add("  Data     " + dataFolder);
        if (!node.time().isOfTheMachine()) {
            lines.add("  Time     " + told(node.time()));
        }
        if (node.embedsBroker()) {
            lines.addAll(firstRequest(api));
        }
        lines.add("");
        return lines;
    }

    /** For instance {@code 2027-03-02T09:00:00Z, 1440 times as fast as the machine's}. */
    static String told(ProductTime time) {
        Instant now = time.instant().truncatedTo(ChronoUnit.SECONDS);
        return time.factor() == 1
                ? now + ", ahead of the machine's since a trial with --time-factor"
                : now + ", " + time.factor() + " times as fast as the machine's";
    }

    private static List<String> firstRequest(String api) {
        return List.of(
                "",
                "A first appeal, as the seller S-1:",
                "  TOKEN=$(curl -s " + api + "/v1/dev/token -H 'Content-Type: application/json' \\",
                "    -d '{\"role\":\"seller\",\"id\":\"S-1\",\"sellerId\":\"S-1\"}'"
                        + " | sed 's/.*\"token\":\"\\([^\"]*\\)\".*/\\1/')",
                "  curl -s " + api + "/v1/appeals -H \"Authorization: Bearer $TOKEN\""
                        + " -H 'Content-Type: application/json' \\",
                "    -d '{\"subject\":{\"type\":\"LISTING\",\"reference\":\"L-1\"},\"category\":\"PRODUCT_AUTHENTICITY\",",
                "         \"statement\":\"These are genuine; the invoices show where we bought them.\"}'");
    }
}
