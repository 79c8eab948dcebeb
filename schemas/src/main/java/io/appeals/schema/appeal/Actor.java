package io.appeals.schema.appeal;

import org.jspecify.annotations.Nullable;

/**
 * Who did it.
 *
 * @param onBehalfOf the seller that a representative acts for
 * @param mandateId the mandate that a representative acts under
 */
public record Actor(
        ActorType type,
        String id,
        @Nullable String onBehalfOf,
        @Nullable String mandateId) {

    public static Actor of(ActorType type, String id) {
        return new Actor(type, id, null, null);
    }

    public static Actor seller(String sellerId) {
        return of(ActorType.SELLER, sellerId);
    }

    public static Actor representative(String id, String sellerId, String mandateId) {
        return new Actor(ActorType.REPRESENTATIVE, id, sellerId, mandateId);
    }

    /** True for the seller and for whoever acts under the seller's mandate. */
    public boolean isSellerSide() {
        return type == ActorType.SELLER || type == ActorType.REPRESENTATIVE;
    }
}
