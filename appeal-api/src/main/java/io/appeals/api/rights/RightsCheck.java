package io.appeals.api.rights;

import io.appeals.api.node.ClusterRights;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.resource.ResourceType;

/** Asks a cluster for each right that a node needs. Where a cluster has no ACLs, everybody has them all. */
final class RightsCheck implements ClusterRights {

    private final List<Right> needed;
    private final String principal;

    /** @param principal who is to have them, as Kafka names it */
    RightsCheck(List<Right> needed, String principal) {
        this.needed = needed;
        this.principal = principal;
    }

    @Override
    public boolean require(Admin admin) {
        TopicRights topics = new TopicRights(admin);
        List<Right> missing = missing(admin, topics);
        if (!missing.isEmpty()) {
            throw MissingRight.of(principal, missing);
        }
        return topics.absent().isEmpty();
    }

    /** In the order of the rights that are needed. */
    private List<Right> missing(Admin admin, TopicRights topics) {
        try {
            List<Right> missing = new ArrayList<>(topics.missing(on(ResourceType.TOPIC)));
            missing.addAll(new GroupRights(admin).missing(on(ResourceType.GROUP)));
            missing.addAll(new TransactionRights(admin).missing(on(ResourceType.TRANSACTIONAL_ID)));
            return needed.stream().filter(missing::contains).toList();
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw new KafkaException("the cluster did not tell what this node may do: " + cause.getMessage(), cause);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private List<Right> on(ResourceType type) {
        return needed.stream().filter(right -> right.isOn(type)).toList();
    }
}
