package io.appeals.commands.category.yaml;

import io.appeals.commands.category.Category;
import io.appeals.commands.category.CategoryCatalogue;
import io.appeals.commands.category.EvidenceRequirement;
import io.appeals.commands.category.PlanOfActionNeed;
import io.appeals.commands.yaml.YamlNode;
import io.appeals.schema.appeal.RequirementLevel;
import io.appeals.schema.appeal.SubjectType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a catalogue from parsed YAML, noting every mistake with its path. */
final class CatalogueReader {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

    CategoryCatalogue catalogue(YamlNode root) {
        if (!root.isObjectOf("version", "categories")) {
            return new CategoryCatalogue("", List.of());
        }
        List<Category> categories = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (YamlNode item : root.child("categories").items()) {
            category(item).ifPresent(category -> {
                categories.add(category);
                distinct(item.child("code"), category.code(), codes);
            });
        }
        if (categories.isEmpty() && root.problems().isEmpty()) {
            root.child("categories").problem("expected at least one category");
        }
        return new CategoryCatalogue(root.child("version").text(), categories);
    }

    private Optional<Category> category(YamlNode node) {
        if (!node.isObjectOf("code", "title", "description", "subjectTypes", "planOfAction", "evidence", "keywords")) {
            return Optional.empty();
        }
        String code = node.child("code").code(CODE);
        String title = node.child("title").text();
        String description = node.child("description").text();
        List<SubjectType> subjectTypes = subjectTypes(node.child("subjectTypes"));
        Optional<PlanOfActionNeed> plan = node.child("planOfAction").oneOf(PlanOfActionNeed.class);
        List<EvidenceRequirement> evidence = evidence(node.child("evidence"));
        List<String> keywords =
                node.child("keywords").items().stream().map(YamlNode::text).toList();
        return plan.map(need -> new Category(code, title, description, subjectTypes, need, evidence, keywords));
    }

    private List<SubjectType> subjectTypes(YamlNode node) {
        List<YamlNode> items = node.items();
        if (node.isGiven() && items.isEmpty()) {
            node.problem("expected at least one subject type");
        }
        return items.stream()
                .flatMap(item -> item.oneOf(SubjectType.class).stream())
                .distinct()
                .toList();
    }

    private List<EvidenceRequirement> evidence(YamlNode node) {
        List<EvidenceRequirement> requirements = new ArrayList<>();
        Set<String> kinds = new HashSet<>();
        List<YamlNode> items = node.items();
        for (YamlNode item : items) {
            requirement(item).ifPresent(requirement -> {
                requirements.add(requirement);
                distinct(item.child("kind"), requirement.kind(), kinds);
            });
        }
        for (YamlNode item : items) {
            alternatives(item.child("insteadOf"), requirements);
        }
        return requirements;
    }

    private Optional<EvidenceRequirement> requirement(YamlNode node) {
        if (!node.isObjectOf("kind", "level", "description", "insteadOf")) {
            return Optional.empty();
        }
        String kind = node.child("kind").code(CODE);
        String description = node.child("description").text();
        Optional<RequirementLevel> level = node.child("level").oneOf(RequirementLevel.class);
        YamlNode insteadOf = node.child("insteadOf");
        boolean alternative = level.isPresent() && level.get() == RequirementLevel.ALTERNATIVE_REQUIRED;
        if (insteadOf.isGiven() && level.isPresent() && !alternative) {
            insteadOf.problem("only an ALTERNATIVE_REQUIRED kind stands in for others");
        }
        if (alternative && !insteadOf.isGiven()) {
            insteadOf.problem("expected the REQUIRED kinds that this one may stand in for");
        }
        List<String> replaced = insteadOf.isGiven()
                ? insteadOf.items().stream().map(YamlNode::text).toList()
                : List.of();
        return level.map(found -> new EvidenceRequirement(kind, found, description, replaced));
    }

    private static void alternatives(YamlNode insteadOf, List<EvidenceRequirement> requirements) {
        if (insteadOf.value() == null || !insteadOf.value().isArray()) {
            return;
        }
        List<String> required = requirements.stream()
                .filter(requirement -> requirement.level() == RequirementLevel.REQUIRED)
                .map(EvidenceRequirement::kind)
                .toList();
        for (YamlNode replaced : insteadOf.items()) {
            if (replaced.value() != null && !required.contains(replaced.value().asText())) {
                replaced.problem("expected a REQUIRED kind of the same category, one of " + required);
            }
        }
    }

    private static void distinct(YamlNode node, String value, Set<String> seen) {
        if (!value.isEmpty() && !seen.add(value)) {
            node.problem("'" + value + "' stands in the list already");
        }
    }
}
