package io.appeals.api.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The result for a person. */
final class BenchTable {

    private static final String HEAD = "%-12s %9s %12s %9s %9s %9s %8s";
    private static final String LINE = "%-12s %,9d %,12.0f %9.2f %9.2f %9.2f %8.2f";

    private BenchTable() {}

    static List<String> lines(List<Row> rows) {
        List<String> lines = new ArrayList<>();
        lines.add(HEAD.formatted("path", "in flight", "per second", "p50 ms", "p99 ms", "p99.9 ms", "of raw"));
        String path = "";
        for (Row row : rows) {
            if (!row.path().equals(path) && !path.isEmpty()) {
                lines.add("");
            }
            path = row.path();
            lines.add(line(row) + besideRaw(row, rows));
        }
        return lines;
    }

    private static String line(Row row) {
        return String.format(
                Locale.ROOT,
                LINE,
                row.path(),
                row.inFlight(),
                row.perSecond(),
                row.p50Ms(),
                row.p99Ms(),
                row.p999Ms(),
                row.ratioToRaw());
    }

    /** What a single caller waits, compared with the raw producer's. */
    private static String besideRaw(Row row, List<Row> rows) {
        String raw = RouteName.RAW.toString();
        if (row.inFlight() > 1 || row.path().equals(raw)) {
            return "";
        }
        return rows.stream()
                .filter(other -> other.inFlight() == 1 && other.path().equals(raw) && other.p50Ms() > 0)
                .findFirst()
                .map(other -> String.format(Locale.ROOT, "   p50 %.1f x raw", row.p50Ms() / other.p50Ms()))
                .orElse("");
    }
}
