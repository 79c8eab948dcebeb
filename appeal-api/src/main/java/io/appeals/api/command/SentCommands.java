package io.appeals.api.command;

import io.appeals.api.caller.Caller;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who sent the latest commands here. A refused command leaves no trace in any appeal that would tell whose it was, and its
 * sender should be able to ask after it all the same.
 */
@Singleton
class SentCommands {

    private static final int REMEMBERED = 20_000;

    private final Map<String, String> senders = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    });

    void remember(String commandId, Caller caller) {
        senders.put(commandId, caller.id());
    }

    boolean isFrom(Caller caller, String commandId) {
        return caller.id().equals(senders.get(commandId));
    }
}
