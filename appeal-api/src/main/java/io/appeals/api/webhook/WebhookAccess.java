package io.appeals.api.webhook;

import io.appeals.api.caller.Caller;
import io.appeals.api.caller.Role;
import io.appeals.api.problem.ProblemException;
import io.appeals.api.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what with which webhooks: the platform and administrators everything, sellers what they like with their own.
 * Whose webhook it is not, for them it does not exist.
 */
final class WebhookAccess {

    private WebhookAccess() {}

    /** @throws ProblemException for whoever may have no webhooks at all */
    static void require(Caller caller) {
        if (!isMarketplace(caller) && !caller.is(Role.SELLER)) {
            throw ProblemException.of(
                    ProblemType.FORBIDDEN,
                    "Webhooks are for the platform, administrators and sellers; the token's roles are "
                            + caller.roleNames() + ".");
        }
    }

    static boolean sees(Caller caller, Webhook webhook) {
        return isMarketplace(caller)
                || caller.sellerId() != null
                        && caller.sellerId().equals(webhook.row().ownerSellerId());
    }

    /** The seller whose webhook it becomes; null for the marketplace's own. */
    static @Nullable String owner(Caller caller) {
        return isMarketplace(caller) ? null : caller.sellerId();
    }

    /**
     * The seller whose events are delivered; null for all.
     *
     * @throws ProblemException for a seller who asks for another's
     */
    static @Nullable String scope(Caller caller, @Nullable String wanted) {
        if (isMarketplace(caller)) {
            return wanted;
        }
        if (wanted != null && !wanted.equals(caller.sellerId())) {
            throw ProblemException.of(
                    ProblemType.FORBIDDEN, "Sellers subscribe to their own appeals; leave 'sellerId' out.");
        }
        return caller.sellerId();
    }

    static boolean isMarketplace(Caller caller) {
        return caller.is(Role.PLATFORM) || caller.is(Role.ADMIN);
    }
}
