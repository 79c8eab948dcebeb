package io.appeals.api.command;

import io.appeals.api.caller.Caller;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who sent the latest commands here. A refused command leaves no trace in any appeal that would tell whose it was, and its
 * sender should be able to ask after it all the same. Ids are chosen by senders, so that two may use the same one: whoever
 * sent it to one appeal learns nothing of what it did to another.
 */
@Singleton
class SentCommands {

    private static final int REMEMBERED = 20_000;

    private final Map<Sent, String> senders = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Sent, String> eldest) {
            return size() > REMEMBERED;
        }
    });

    void remember(String commandId, String appealId, Caller caller) {
        senders.put(new Sent(commandId, appealId), caller.id());
    }

    boolean isFrom(Caller caller, String commandId, String appealId) {
        return caller.id().equals(senders.get(new Sent(commandId, appealId)));
    }

    private record Sent(String commandId, String appealId) {}
}
