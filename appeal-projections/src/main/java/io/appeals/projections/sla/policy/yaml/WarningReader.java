package io.appeals.projections.sla.policy.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import io.appeals.projections.sla.policy.Warning;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the warnings of a policy: {@code {percent: 75}} or {@code {timeLeft: 24h}}. */
final class WarningReader {

    private static final int MOST_PERCENT = 99;

    private WarningReader() {}

    static List<Warning> warnings(YamlNode node) {
        List<Warning> warnings = new ArrayList<>();
        Set<String> thresholds = new HashSet<>();
        for (YamlNode item : node.isGiven() ? node.items() : List.<YamlNode>of()) {
            warning(item).ifPresent(warning -> {
                warnings.add(warning);
                if (!thresholds.add(warning.threshold())) {
                    item.problem("'" + warning.threshold() + "' stands in the list already");
                }
            });
        }
        return warnings;
    }

    private static Optional<Warning> warning(YamlNode node) {
        if (!node.isObjectOf("percent", "timeLeft")) {
            return Optional.empty();
        }
        YamlNode percent = node.child("percent");
        YamlNode timeLeft = node.child("timeLeft");
        if (percent.isGiven() == timeLeft.isGiven()) {
            node.problem("expected either percent or timeLeft");
            return Optional.empty();
        }
        return percent.isGiven() ? percent(percent) : Optional.of(Warning.withLeft(Lengths.of(timeLeft)));
    }

    private static Optional<Warning> percent(YamlNode node) {
        JsonNode value = node.value();
        if (value != null && value.isInt() && value.asInt() >= 1 && value.asInt() <= MOST_PERCENT) {
            return Optional.of(Warning.at(value.asInt()));
        }
        node.problem("expected a whole number from 1 to 99, but found " + value);
        return Optional.empty();
    }
}
