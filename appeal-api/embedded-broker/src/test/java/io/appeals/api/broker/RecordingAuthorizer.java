package io.appeals.api.broker;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.apache.kafka.server.authorizer.Action;
import org.apache.kafka.server.authorizer.AuthorizableRequestContext;
import org.apache.kafka.server.authorizer.AuthorizationResult;

/** Kafka's own authorizer, which remembers what it was asked. */
public final class RecordingAuthorizer extends StandardAuthorizer {

    /** Kafka makes the authorizer itself; a test finds in here what its brokers were asked. */
    private static final Set<Asked> ASKED = ConcurrentHashMap.newKeySet();

    /** Whether somebody may do something to something. */
    public record Asked(String user, AclOperation operation, ResourcePattern resource, boolean allowed) {}

    /** All that was asked about this user until now. */
    static List<Asked> askedOf(String user) {
        return ASKED.stream().filter(asked -> asked.user().equals(user)).toList();
    }

    static void forget() {
        ASKED.clear();
    }

    @Override
    public List<AuthorizationResult> authorize(AuthorizableRequestContext context, List<Action> actions) {
        List<AuthorizationResult> results = super.authorize(context, actions);
        for (int i = 0; i < actions.size(); i++) {
            boolean allowed = results.get(i) == AuthorizationResult.ALLOWED;
            // What is only looked up, to see whether another right will do, is not logged by Kafka either.
            if (allowed ? actions.get(i).logIfAllowed() : actions.get(i).logIfDenied()) {
                ASKED.add(new Asked(
                        context.principal().getName(),
                        actions.get(i).operation(),
                        actions.get(i).resourcePattern(),
                        allowed));
            }
        }
        return results;
    }
}
