package io.appeals.api.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;

/**
 * Rights on transactional ids. A cluster can be asked for none of them; so one id of each kind that no node has is fenced,
 * which takes the right to write under it. The cluster forgets these ids after a week, as it does those of nodes that are gone.
 */
final class TransactionRights {

    private static final String NOBODY = "(nobody)";

    private final Admin admin;

    TransactionRights(Admin admin) {
        this.admin = admin;
    }

    /** Those of the rights that are missing. */
    List<Right> missing(List<Right> rights) throws ExecutionException, InterruptedException {
        List<String> ids = rights.stream().map(right -> right.name() + NOBODY).toList();
        List<Right> missing = new ArrayList<>();
        for (var answer : admin.fenceProducers(ids).fencedProducers().entrySet()) {
            if (isRefused(answer.getValue())) {
                rights.stream()
                        .filter(right -> answer.getKey().equals(right.name() + NOBODY))
                        .forEach(missing::add);
            }
        }
        return missing;
    }

    private static boolean isRefused(KafkaFuture<Void> answer) throws ExecutionException, InterruptedException {
        try {
            answer.get();
            return false;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TransactionalIdAuthorizationException) {
                return true;
            }
            throw e;
        }
    }
}
