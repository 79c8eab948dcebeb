package io.appeals.api.rights;

import io.appeals.schema.topic.Topic;
import java.util.Locale;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.SecurityUtils;

/**
 * One thing that somebody may do on a cluster.
 *
 * @param resource what it is done to: a topic, a group, or transactional ids
 * @param operation by Kafka's own name; those that it implies (Describe by Read and Write) are no rights of their own here
 */
public record Right(ResourcePattern resource, AclOperation operation) {

    /** On one topic. */
    static Right on(Topic topic, AclOperation operation) {
        return onTopic(topic.topicName(), operation);
    }

    static Right onTopic(String name, AclOperation operation) {
        return new Right(new ResourcePattern(ResourceType.TOPIC, name, PatternType.LITERAL), operation);
    }

    /** To be a member of a consumer group, and to commit for it. */
    static Right toBeIn(String group) {
        return new Right(new ResourcePattern(ResourceType.GROUP, group, PatternType.LITERAL), AclOperation.READ);
    }

    /** To be a member of any group whose name begins so. */
    static Right toBeInGroupsOf(String prefix) {
        return new Right(new ResourcePattern(ResourceType.GROUP, prefix, PatternType.PREFIXED), AclOperation.READ);
    }

    /** To write, and to fence others, under every transactional id that begins so. */
    static Right toTransactOn(String prefix) {
        return new Right(
                new ResourcePattern(ResourceType.TRANSACTIONAL_ID, prefix, PatternType.PREFIXED), AclOperation.WRITE);
    }

    String name() {
        return resource.name();
    }

    boolean isOn(ResourceType type) {
        return resource.resourceType() == type;
    }

    /** As Kafka's documentation and tools spell it, for instance {@code DescribeConfigs}. */
    String operationName() {
        return SecurityUtils.operationName(operation);
    }

    /** For instance {@code topic appeals.events.v1}, or {@code transactional ids that begin with appeals-owner-}. */
    String resourceName() {
        String type = SecurityUtils.resourceTypeName(resource.resourceType());
        String kind = type.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return resource.patternType() == PatternType.PREFIXED
                ? kind + "s that begin with " + name()
                : kind + " " + name();
    }
}
