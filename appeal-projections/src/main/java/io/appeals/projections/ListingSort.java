package io.appeals.projections;

/**
 * In which order appeals are listed. An appeal that only has an enforcement yet counts as opened when that was recorded.
 */
public enum ListingSort {
    OPENED_ASCENDING("openedAt"),
    OPENED_DESCENDING("-openedAt"),
    UPDATED_ASCENDING("updatedAt"),
    UPDATED_DESCENDING("-updatedAt");

    private final String word;

    ListingSort(String word) {
        this.word = word;
    }

    /** The word in the query string, for instance {@code -updatedAt}. */
    public String word() {
        return word;
    }

    /** @throws IllegalArgumentException naming the words that are known */
    public static ListingSort of(String word) {
        for (ListingSort sort : values()) {
            if (sort.word.equals(word)) {
                return sort;
            }
        }
        throw new IllegalArgumentException(
                "sort is one of openedAt, -openedAt, updatedAt, -updatedAt, but was '" + word + "'");
    }
}
