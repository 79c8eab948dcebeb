package io.appeals.api.webhook.delivery;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The endpoints of all subscriptions, found by the seller that they are about. */
final class Endpoints {

    private final Map<String, Endpoint> byId = new HashMap<>();
    private final Set<Endpoint> ofEverySeller = new HashSet<>();
    private final Map<String, Set<Endpoint>> bySeller = new HashMap<>();

    boolean isEmpty() {
        return byId.isEmpty();
    }

    @Nullable
    Endpoint get(String webhookId) {
        return byId.get(webhookId);
    }

    Collection<Endpoint> all() {
        return byId.values();
    }

    void add(Endpoint endpoint) {
        byId.put(endpoint.webhook().id(), endpoint);
        String seller = endpoint.webhook().row().sellerId();
        if (seller == null) {
            ofEverySeller.add(endpoint);
        } else {
            bySeller.computeIfAbsent(seller, _ -> new HashSet<>()).add(endpoint);
        }
    }

    @Nullable
    Endpoint remove(String webhookId) {
        Endpoint removed = byId.remove(webhookId);
        if (removed != null) {
            ofEverySeller.remove(removed);
            bySeller.values().forEach(endpoints -> endpoints.remove(removed));
        }
        return removed;
    }

    /** Those that may want to hear of this seller's appeals. */
    Stream<Endpoint> listeningTo(String sellerId) {
        return Stream.concat(ofEverySeller.stream(), bySeller.getOrDefault(sellerId, Set.of()).stream());
    }

    void clear() {
        byId.clear();
        ofEverySeller.clear();
        bySeller.clear();
    }
}
