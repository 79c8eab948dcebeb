package io.appeals.api.node;

import org.apache.kafka.clients.admin.Admin;

/** What the cluster lets this node do, where it has ACLs. */
@FunctionalInterface
public interface ClusterRights {

    /**
     * Refuses to go on without the rights that a node needs.
     *
     * @param admin a client like those that the node will have
     * @return false when some could not be asked for, since topics do not exist yet
     * @throws RuntimeException naming the right that is missing, and how it is granted
     */
    boolean require(Admin admin);
}
