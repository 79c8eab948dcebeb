package io.appeals.commands.category;

import io.appeals.schema.appeal.SubjectType;
import java.util.List;
import java.util.Optional;

/**
 * All categories in force.
 *
 * @param version names this catalogue in every submission that was checked against it
 */
public record CategoryCatalogue(String version, List<Category> categories) {

    public CategoryCatalogue {
        categories = List.copyOf(categories);
    }

    public Optional<Category> find(String code) {
        for (Category category : categories) {
            if (category.code().equals(code)) {
                return Optional.of(category);
            }
        }
        return Optional.empty();
    }

    public List<String> codes() {
        return categories.stream().map(Category::code).toList();
    }

    public List<String> codesFor(SubjectType subjectType) {
        return categories.stream()
                .filter(category -> category.appliesTo(subjectType))
                .map(Category::code)
                .toList();
    }
}
