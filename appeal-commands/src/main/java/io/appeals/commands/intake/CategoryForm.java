package io.appeals.commands.intake;

import io.appeals.commands.category.Category;
import io.appeals.commands.category.CategoryCatalogue;
import io.appeals.schema.appeal.SubjectType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The field {@code category}. */
record CategoryForm(CategoryCatalogue catalogue, Fields fields) {

    /** In the catalogue, and for appeals about such a subject where that is known. */
    void applicable(@Nullable String code, @Nullable SubjectType subjectType) {
        Optional<Category> category = known(code);
        if (subjectType != null && category.isPresent() && !category.get().appliesTo(subjectType)) {
            fields.error(
                    "/category",
                    "not-applicable",
                    code + " is not for appeals about " + subjectType + ". Choose one of "
                            + catalogue.codesFor(subjectType) + ".");
        }
    }

    /** In the catalogue. */
    Optional<Category> known(@Nullable String code) {
        if (code == null) {
            fields.missing("/category");
            return Optional.empty();
        }
        Optional<Category> found = catalogue.find(code);
        if (found.isEmpty()) {
            fields.error("/category", "unknown", "Expected one of " + catalogue.codes() + ".");
        }
        return found;
    }
}
