package io.appeals.commands.category;

import java.util.List;

/**
 * How well a category fits a description.
 *
 * @param score from 0 (nothing points to it) to 1 (everything that points anywhere points to it)
 * @param matchedWords the catalogue's words and phrases that the description holds, in the catalogue's order
 */
public record Suggestion(Category category, double score, List<String> matchedWords) {

    public Suggestion {
        matchedWords = List.copyOf(matchedWords);
    }
}
