package io.appeals.commands.category;

import io.appeals.schema.appeal.SubjectType;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ranks categories for a seller's own description. A word that points to few categories says more than one that points
 * to many, and a phrase says more than a word.
 */
public final class CategorySuggestions {

    private final CategoryCatalogue catalogue;

    /** For each keyword, in the form of {@link Words}, in how many categories it stands. */
    private final Map<List<String>, Integer> spread = new HashMap<>();

    public CategorySuggestions(CategoryCatalogue catalogue) {
        this.catalogue = catalogue;
        catalogue.categories().stream()
                .flatMap(category -> category.keywords().stream().map(Words::of).distinct())
                .forEach(keyword -> spread.merge(keyword, 1, Integer::sum));
    }

    /**
     * Every category that fits the subject, the most likely first; those that nothing points to come last, in the
     * catalogue's order.
     *
     * @param subjectType null where it is not known yet
     */
    public List<Suggestion> rank(String description, @Nullable SubjectType subjectType) {
        List<String> words = Words.of(description);
        List<Suggestion> weighed = catalogue.categories().stream()
                .filter(category -> subjectType == null || category.appliesTo(subjectType))
                .map(category -> weigh(category, words))
                .toList();
        double all = weighed.stream().mapToDouble(Suggestion::score).sum();
        return weighed.stream()
                .map(one -> all == 0 ? one : new Suggestion(one.category(), one.score() / all, one.matchedWords()))
                .sorted(Comparator.comparingDouble(Suggestion::score).reversed())
                .toList();
    }

    private Suggestion weigh(Category category, List<String> words) {
        List<String> matched = category.keywords().stream()
                .filter(keyword -> Collections.indexOfSubList(words, Words.of(keyword)) >= 0)
                .toList();
        double weight = matched.stream()
                .map(Words::of)
                .distinct()
                .mapToDouble(keyword -> (double) keyword.size() / spread.getOrDefault(keyword, 1))
                .sum();
        return new Suggestion(category, weight, matched);
    }
}
