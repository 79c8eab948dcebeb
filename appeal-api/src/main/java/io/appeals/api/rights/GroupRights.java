package io.appeals.api.rights;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberToRemove;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.UnknownMemberIdException;

/**
 * Rights on groups. Of a group that nobody was ever in a cluster tells nothing; so it is asked to let a member leave who never
 * came, which takes the right to be in the group and changes nothing.
 */
final class GroupRights {

    private static final MemberToRemove NOBODY = new MemberToRemove("never-came");

    private final Admin admin;

    GroupRights(Admin admin) {
        this.admin = admin;
    }

    /** Those of the rights that are missing. */
    List<Right> missing(List<Right> rights) throws ExecutionException, InterruptedException {
        Map<Right, KafkaFuture<Void>> answers = new HashMap<>();
        RemoveMembersFromConsumerGroupOptions leaving = new RemoveMembersFromConsumerGroupOptions(Set.of(NOBODY));
        for (Right right : rights) {
            answers.put(
                    right,
                    admin.removeMembersFromConsumerGroup(right.name(), leaving).memberResult(NOBODY));
        }
        List<Right> missing = new ArrayList<>();
        for (var answer : answers.entrySet()) {
            if (isRefused(answer.getValue())) {
                missing.add(answer.getKey());
            }
        }
        return missing;
    }

    private static boolean isRefused(KafkaFuture<Void> answer) throws ExecutionException, InterruptedException {
        try {
            answer.get();
            return false;
        } catch (ExecutionException e) {
            return switch (e.getCause()) {
                case GroupAuthorizationException _ -> true;
                case UnknownMemberIdException _ -> false;
                case null, default -> throw e;
            };
        }
    }
}
