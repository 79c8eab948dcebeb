package io.appeals.api.operations;

import io.appeals.commands.category.CategoryCatalogue;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Categories as labels of metrics: no more of them than the catalogue has, whatever old appeals say. */
@Singleton
class CategoryLabels {

    private final CategoryCatalogue catalogue;

    CategoryLabels(CategoryCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The category's code; {@code none} where there is none yet, {@code other} for one that the catalogue does not have. */
    String of(@Nullable String category) {
        if (category == null) {
            return "none";
        }
        return catalogue.find(category).isPresent() ? category : "other";
    }
}
