package io.appeals.api.analysts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tables as Flink's SQL client prints them: a line of names and lines of values between bars, with rules around them. */
final class PrintedTables {

    private PrintedTables() {}

    /** The tables in order, each row with its values by their columns' names. */
    static List<List<Map<String, String>>> in(String output) {
        List<List<Map<String, String>>> tables = new ArrayList<>();
        List<String> names = List.of();
        for (String line : output.lines().toList()) {
            if (!line.startsWith("|")) {
                // A rule after the names does not end their table; anything else does.
                names = line.startsWith("+") ? names : List.of();
            } else if (names.isEmpty()) {
                names = cells(line);
                tables.add(new ArrayList<>());
            } else {
                tables.getLast().add(row(names, cells(line)));
            }
        }
        return tables;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|")).skip(1).map(String::strip).toList();
    }

    private static Map<String, String> row(List<String> names, List<String> values) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            row.put(names.get(i), values.get(i));
        }
        return row;
    }
}
