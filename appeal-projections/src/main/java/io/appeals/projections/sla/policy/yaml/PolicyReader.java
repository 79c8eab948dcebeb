package io.appeals.projections.sla.policy.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import io.appeals.projections.sla.calendar.CalendarTerms;
import io.appeals.projections.sla.policy.BreachAction;
import io.appeals.projections.sla.policy.Metric;
import io.appeals.projections.sla.policy.PolicyBook;
import io.appeals.projections.sla.policy.PolicyMatch;
import io.appeals.projections.sla.policy.PolicyTerms;
import io.appeals.projections.sla.policy.Region;
import io.appeals.projections.sla.policy.SlaPolicy;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.Priority;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.appeal.SubjectType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Reads a book of policies from parsed YAML, noting every mistake with its path. */
final class PolicyReader {

    private final List<String> problems = new ArrayList<>();
    private final String fingerprint;
    private final Set<String> calendarNames = new HashSet<>(Set.of(CalendarTerms.ELAPSED));
    private final Set<String> regionNames = new HashSet<>();
    private final Set<String> policyNames = new HashSet<>();

    /** @param fingerprint of the content */
    PolicyReader(String fingerprint) {
        this.fingerprint = fingerprint;
    }

    List<String> problems() {
        return problems;
    }

    /** Only to be used when there are no {@link #problems()}. */
    PolicyBook book(JsonNode parsed) {
        YamlNode root = new YamlNode("", parsed, problems);
        PolicyTerms nothing = new PolicyTerms("", fingerprint, List.of(), List.of(), List.of());
        if (!root.isObjectOf("version", "regions", "calendars", "policies")) {
            return PolicyBook.of(nothing);
        }
        PolicyTerms terms = new PolicyTerms(
                root.child("version").text(),
                fingerprint,
                regions(root.child("regions")),
                calendars(root.child("calendars")),
                policies(root.child("policies")));
        return PolicyBook.of(problems.isEmpty() ? terms : nothing);
    }

    private List<Region> regions(YamlNode node) {
        List<Region> regions = new ArrayList<>();
        for (YamlNode item : optionalItems(node)) {
            if (item.isObjectOf("name", "marketplaces")) {
                String name = item.child("name").text();
                distinct(item.child("name"), name, regionNames);
                regions.add(new Region(name, texts(item.child("marketplaces"))));
            }
        }
        return regions;
    }

    private List<CalendarTerms> calendars(YamlNode node) {
        List<CalendarTerms> calendars = new ArrayList<>();
        for (YamlNode item : optionalItems(node)) {
            CalendarReader.read(item).ifPresent(calendars::add);
            YamlNode name = item.child("name");
            // The name counts as known even if the calendar is wrong, so that one mistake is noted once.
            distinct(name, name.isGiven() && name.value() != null ? name.value().asText() : "", calendarNames);
        }
        return calendars;
    }

    private List<SlaPolicy> policies(YamlNode node) {
        List<SlaPolicy> policies = new ArrayList<>();
        List<YamlNode> items = node.items();
        if (node.isGiven() && items.isEmpty()) {
            node.problem("expected at least one policy");
        }
        items.forEach(item -> policy(item).ifPresent(policies::add));
        return policies;
    }

    private Optional<SlaPolicy> policy(YamlNode node) {
        if (!node.isObjectOf(
                "name", "metric", "match", "goal", "ownDeadline", "calendar", "pauseWhile", "warnings", "onBreach")) {
            return Optional.empty();
        }
        String name = node.child("name").text();
        distinct(node.child("name"), name, policyNames);
        Optional<Metric> metric = metric(node.child("metric"));
        PolicyMatch match = match(node.child("match"));
        var goal = Lengths.of(node.child("goal"));
        boolean ownDeadline = flag(node.child("ownDeadline"));
        String calendar = known(node.child("calendar"), calendarNames, "a calendar of this file");
        List<AppealStatus> pauseWhile = words(node.child("pauseWhile"), AppealStatus.class);
        if (ownDeadline && !pauseWhile.isEmpty()) {
            node.child("pauseWhile")
                    .problem("a date of the event's own stands whatever happens; leave out one of the two");
        }
        var warnings = WarningReader.warnings(node.child("warnings"));
        BreachAction action = action(node.child("onBreach"));
        return metric.map(
                found -> new SlaPolicy(name, found, match, goal, ownDeadline, calendar, pauseWhile, warnings, action));
    }

    private PolicyMatch match(YamlNode node) {
        if (!node.isGiven() || !node.isObjectOf("subjectTypes", "categories", "stages", "regions", "priorities")) {
            return PolicyMatch.ALL;
        }
        List<String> regions = optionalItems(node.child("regions")).stream()
                .map(item -> known(item, regionNames, "a region of this file"))
                .toList();
        return new PolicyMatch(
                words(node.child("subjectTypes"), SubjectType.class),
                texts(node.child("categories")),
                words(node.child("stages"), Stage.class),
                regions,
                words(node.child("priorities"), Priority.class));
    }

    private static Optional<Metric> metric(YamlNode node) {
        String word = node.text();
        Optional<Metric> metric = Metric.of(word);
        if (metric.isEmpty() && !word.isEmpty()) {
            node.problem("expected one of "
                    + Arrays.stream(Metric.values()).map(Metric::word).collect(joined()) + ", but found '" + word
                    + "'");
        }
        return metric;
    }

    private static BreachAction action(YamlNode node) {
        if (!node.isGiven()) {
            return BreachAction.NONE;
        }
        String word = node.text();
        return BreachAction.of(word).orElseGet(() -> {
            node.problem("expected one of "
                    + Arrays.stream(BreachAction.values())
                            .map(BreachAction::word)
                            .collect(joined())
                    + ", but found '" + word + "'");
            return BreachAction.NONE;
        });
    }

    private static Collector<CharSequence, ?, String> joined() {
        return Collectors.joining(", ");
    }

    private static boolean flag(YamlNode node) {
        JsonNode value = node.value();
        if (value == null || value.isBoolean()) {
            return value != null && value.asBoolean();
        }
        node.problem("expected true or false, but found " + value);
        return false;
    }

    private static String known(YamlNode node, Set<String> names, String expected) {
        String name = node.text();
        if (!name.isEmpty() && !names.contains(name)) {
            node.problem("expected " + expected + ", one of "
                    + names.stream().sorted().toList() + ", but found '" + name + "'");
        }
        return name;
    }

    private static List<String> texts(YamlNode node) {
        return optionalItems(node).stream().map(YamlNode::text).toList();
    }

    private static <E extends Enum<E>> List<E> words(YamlNode node, Class<E> type) {
        return optionalItems(node).stream()
                .flatMap(item -> item.oneOf(type).stream())
                .toList();
    }

    private static List<YamlNode> optionalItems(YamlNode node) {
        return node.isGiven() ? node.items() : List.of();
    }

    private static void distinct(YamlNode node, String value, Set<String> seen) {
        if (!value.isEmpty() && !seen.add(value)) {
            node.problem("'" + value + "' stands in the file already");
        }
    }
}
