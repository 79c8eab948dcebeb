package io.appeals.commands.appeal;

import io.appeals.commands.category.CategoryCatalogue;
import io.appeals.schema.appeal.SubjectType;
import java.util.Optional;

/** Which category an appeal may have. */
record Categories(CategoryCatalogue catalogue) {

    /** Refused unless the category is in the catalogue and fits what the appeal is about. */
    Optional<Verdict> notApplicable(String category, SubjectType subjectType) {
        boolean applicable = catalogue
                .find(category)
                .filter(found -> found.appliesTo(subjectType))
                .isPresent();
        return applicable
                ? Optional.empty()
                : Optional.of(Verdict.refused(
                        "category-not-applicable",
                        category + " is not for appeals about " + subjectType + ". Choose one of "
                                + catalogue.codesFor(subjectType) + "."));
    }
}
