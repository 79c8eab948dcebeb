package io.appeals.api.demo;

import io.appeals.commands.category.Category;
import io.appeals.commands.category.PlanOfActionNeed;
import io.appeals.commands.category.yaml.CategoryFile;
import java.util.List;

/** The categories that come with the product, as the demo sees them. */
final class ShippedCategories {

    private ShippedCategories() {}

    static List<AppealCategory> all() {
        return CategoryFile.shipped().categories().stream()
                .map(ShippedCategories::seen)
                .toList();
    }

    private static AppealCategory seen(Category category) {
        return new AppealCategory(
                category.code(),
                category.subjectTypes(),
                category.planOfAction() == PlanOfActionNeed.REQUIRED,
                category.evidence().stream()
                        .map(demand ->
                                new AppealCategory.EvidenceDemand(demand.kind(), demand.level(), demand.insteadOf()))
                        .toList());
    }
}
