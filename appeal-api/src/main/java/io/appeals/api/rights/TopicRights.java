package io.appeals.api.rights;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Rights on topics, as the cluster tells them of topics that exist. Of a topic that does not, it can only be told whether it
 * may be created; whether it may is asked of no other, since that right is used once.
 */
final class TopicRights {

    private final Admin admin;
    private final Set<String> absent = new HashSet<>();

    TopicRights(Admin admin) {
        this.admin = admin;
    }

    /** Those of the rights that are missing. */
    List<Right> missing(List<Right> rights) throws ExecutionException, InterruptedException {
        Map<String, List<Right>> byTopic = rights.stream().collect(Collectors.groupingBy(Right::name));
        Map<String, KafkaFuture<TopicDescription>> answers = admin.describeTopics(
                        byTopic.keySet(), new DescribeTopicsOptions().includeAuthorizedOperations(true))
                .topicNameValues();
        List<Right> missing = new ArrayList<>();
        for (var answer : answers.entrySet()) {
            List<Right> wanted = byTopic.getOrDefault(answer.getKey(), List.of());
            missing.addAll(missing(answer.getKey(), wanted, answer.getValue()));
        }
        missing.addAll(missingToCreate(rights));
        return missing;
    }

    /** Topics that did not exist when they were looked at. */
    Set<String> absent() {
        return Set.copyOf(absent);
    }

    private List<Right> missing(String topic, List<Right> wanted, KafkaFuture<TopicDescription> answer)
            throws ExecutionException, InterruptedException {
        try {
            Set<AclOperation> allowed = answer.get().authorizedOperations();
            return working(wanted)
                    .filter(right -> !allowed.contains(right.operation()))
                    .toList();
        } catch (ExecutionException e) {
            return switch (e.getCause()) {
                // Not even its existence is told: there is neither Read nor Write, and of the others nothing is known.
                case TopicAuthorizationException _ ->
                    working(wanted).filter(TopicRights::opensATopic).toList();
                case UnknownTopicOrPartitionException _ -> {
                    absent.add(topic);
                    yield List.of();
                }
                case null, default -> throw e;
            };
        }
    }

    private static Stream<Right> working(List<Right> wanted) {
        return wanted.stream().filter(right -> right.operation() != AclOperation.CREATE);
    }

    private static boolean opensATopic(Right right) {
        return right.operation() == AclOperation.READ || right.operation() == AclOperation.WRITE;
    }

    private List<Right> missingToCreate(List<Right> rights) throws ExecutionException, InterruptedException {
        List<NewTopic> topics = rights.stream()
                .filter(right -> right.operation() == AclOperation.CREATE && absent.contains(right.name()))
                .map(right -> new NewTopic(right.name(), Optional.empty(), Optional.empty()))
                .toList();
        List<Right> missing = new ArrayList<>();
        for (var answer : admin.createTopics(topics, new CreateTopicsOptions().validateOnly(true))
                .values()
                .entrySet()) {
            if (isRefused(answer.getValue())) {
                missing.add(Right.onTopic(answer.getKey(), AclOperation.CREATE));
            }
        }
        return missing;
    }

    /** Anything else that speaks against a topic is told when it is really created. */
    private static boolean isRefused(KafkaFuture<Void> answer) throws InterruptedException {
        try {
            answer.get();
            return false;
        } catch (ExecutionException e) {
            return e.getCause() instanceof TopicAuthorizationException;
        }
    }
}
