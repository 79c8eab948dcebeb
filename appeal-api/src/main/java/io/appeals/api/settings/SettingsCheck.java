package io.appeals.api.settings;

import io.micronaut.core.value.PropertyResolver;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at all settings at the start, so that a node does not find out in the middle of the night that one is wrong. */
public final class SettingsCheck {

    private static final String OURS = "APPEALS_";
    /** For the launcher and the command line. */
    private static final Set<String> FOR_THE_START = Set.of("APPEALS_JAVA_OPTS", "APPEALS_TIME_FACTOR");

    private static final String KAFKA_CLIENTS = "APPEALS_KAFKA_CLIENT_";

    private SettingsCheck() {}

    /** @throws InvalidSetting naming the first setting whose form is wrong, what it was and what was expected */
    public static void requireSound(PropertyResolver properties) {
        for (Setting setting : Setting.values()) {
            String value = properties.getProperty(setting.key(), String.class).orElse("");
            Optional<String> problem = setting.form().problem(value);
            if (problem.isPresent()) {
                throw new InvalidSetting(setting, problem.get());
            }
        }
    }

    /** Variables that look like settings and are none: most likely misspelt. */
    public static List<String> unknownVariables(Map<String, String> environment) {
        Set<String> known = Arrays.stream(Setting.values())
                .map(Setting::environmentVariable)
                .collect(Collectors.toSet());
        Stream<String> ours = environment.keySet().stream().filter(name -> name.startsWith(OURS));
        return ours.filter(name ->
                        !known.contains(name) && !FOR_THE_START.contains(name) && !name.startsWith(KAFKA_CLIENTS))
                .sorted()
                .toList();
    }
}
