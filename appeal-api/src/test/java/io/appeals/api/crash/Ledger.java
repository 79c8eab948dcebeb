package io.appeals.api.crash;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All that senders sent, and all that a node gave its word on. */
final class Ledger {

    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final Map<String, Acknowledged> acknowledged = new ConcurrentHashMap<>();

    /** A command that was said to be committed, as this version of this appeal. */
    record Acknowledged(String appealId, long version) {}

    void sending(String commandId) {
        sent.add(commandId);
    }

    void acknowledged(String commandId, String appealId, long version) {
        acknowledged.put(commandId, new Acknowledged(appealId, version));
    }

    boolean wasSent(String commandId) {
        return sent.contains(commandId);
    }

    Map<String, Acknowledged> acknowledged() {
        return Map.copyOf(acknowledged);
    }
}
