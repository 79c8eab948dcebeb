package io.appeals.projections.listing;

import io.appeals.projections.ListingSort;

/** By which moment a listing is ordered; each is an index of its own. */
public enum Ordering {
    OPENED('o'),
    UPDATED('u');

    private final byte code;

    Ordering(char code) {
        this.code = (byte) code;
    }

    /** As it stands in keys of the index. */
    public byte code() {
        return code;
    }

    public static Ordering of(ListingSort sort) {
        return switch (sort) {
            case OPENED_ASCENDING, OPENED_DESCENDING -> OPENED;
            case UPDATED_ASCENDING, UPDATED_DESCENDING -> UPDATED;
        };
    }

    public static boolean isDescending(ListingSort sort) {
        return switch (sort) {
            case OPENED_DESCENDING, UPDATED_DESCENDING -> true;
            case OPENED_ASCENDING, UPDATED_ASCENDING -> false;
        };
    }
}
