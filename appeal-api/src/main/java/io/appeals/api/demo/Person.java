package io.appeals.api.demo;

import java.util.Locale;

/**
 * Somebody who takes part in appeals.
 *
 * @param id what the person's token is for; a seller's is the sellerId
 * @param name how the person signs
 */
record Person(Role role, String id, String name) {

    /** As what somebody calls. */
    enum Role {
        SELLER,
        REPRESENTATIVE,
        REVIEWER,
        SUPERVISOR,
        PLATFORM;

        /** The word for it in a token. */
        String claim() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
