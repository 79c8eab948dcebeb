package io.appeals.schema.topic;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates the topics that are missing and refuses those that would lose data or break the ordering of an appeal. */
public final class TopicProvisioner {

    private static final Logger LOG = LoggerFactory.getLogger(TopicProvisioner.class);
    private static final String FOR_EVER = "-1";
    private static final int LOOKS = 50;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Admin admin;
    private final int partitionsWanted;
    private final Optional<Short> replicationFactor;
    /** What is needed, by name: which topic it is, or is like. */
    private final Map<String, Topic> needed = new LinkedHashMap<>();

    /**
     * @param partitionsWanted of topics still to be created; those that exist keep theirs
     * @param replicationFactor of topics still to be created; the broker's default where empty
     */
    public TopicProvisioner(Admin admin, int partitionsWanted, Optional<Short> replicationFactor) {
        this(admin, partitionsWanted, replicationFactor, List.of());
    }

    /** @param platforms that have topics of their own */
    public TopicProvisioner(
            Admin admin, int partitionsWanted, Optional<Short> replicationFactor, List<PlatformTopics> platforms) {
        this.admin = admin;
        this.partitionsWanted = partitionsWanted;
        this.replicationFactor = replicationFactor;
        Arrays.stream(Topic.values()).forEach(topic -> needed.put(topic.topicName(), topic));
        platforms.forEach(platform -> needed.putAll(platform.likeThoseOfAll()));
    }

    /**
     * @return the number of partitions that the topics have
     * @throws TopicMismatchException if a topic is not what the product can work with
     * @throws KafkaException if the cluster does not answer or refuses
     */
    public int provision() {
        Map<String, Integer> found = partitionsOf(needed.keySet());
        Map<String, Integer> keyedByAppeal = new TreeMap<>(found);
        keyedByAppeal.keySet().retainAll(coPartitioned());
        requireEquallyMany(keyedByAppeal);
        requireKept(found.keySet());
        int partitions = keyedByAppeal.values().stream().findFirst().orElse(partitionsWanted);
        List<String> missing = needed.keySet().stream()
                .filter(name -> !found.containsKey(name))
                .toList();
        return create(missing, partitions) ? partitions : awaitOtherNode(missing);
    }

    /** What a platform sends is passed on to where the appeal lives: its own topic may have other partitions. */
    private static Set<String> coPartitioned() {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.key() == Topic.Key.APPEAL_ID)
                .map(Topic::topicName)
                .collect(Collectors.toSet());
    }

    private Topic like(String name) {
        return Objects.requireNonNull(needed.get(name));
    }

    /** Another node creates the same topics at this moment; what it made counts, and has to be checked. */
    private int awaitOtherNode(List<String> missing) {
        for (int look = 0; look < LOOKS && partitionsOf(missing).size() < missing.size(); look++) {
            pause();
        }
        return provision();
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** @return false if somebody else created one of them first */
    private boolean create(List<String> missing, int partitions) {
        boolean allByUs = true;
        List<NewTopic> topics = missing.stream()
                .map(name ->
                        new NewTopic(name, Optional.of(partitions), replicationFactor).configs(settingsOf(like(name))))
                .toList();
        for (var created : admin.createTopics(topics).values().entrySet()) {
            try {
                created.getValue().get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw failed("create topic " + created.getKey(), e);
                }
                allByUs = false;
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
        if (!missing.isEmpty()) {
            LOG.info("created {} topics of {} partitions", missing.size(), partitions);
        }
        return allByUs;
    }

    /** The settings a topic is created with. */
    static Map<String, String> settingsOf(Topic topic) {
        Map<String, String> settings = new HashMap<>();
        settings.put(CLEANUP_POLICY_CONFIG, topic.cleanup().policy());
        settings.put(
                RETENTION_MS_CONFIG,
                topic.retention().map(kept -> Long.toString(kept.toMillis())).orElse(FOR_EVER));
        settings.put(RETENTION_BYTES_CONFIG, FOR_EVER);
        return settings;
    }

    private Map<String, Integer> partitionsOf(Collection<String> topics) {
        Map<String, Integer> partitions = new HashMap<>();
        var descriptions = admin.describeTopics(topics).topicNameValues();
        for (var description : descriptions.entrySet()) {
            try {
                partitions.put(
                        description.getKey(),
                        description.getValue().get().partitions().size());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw failed("describe topic " + description.getKey(), e);
                }
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
        return partitions;
    }

    /** An appeal's commands, events and rows must share a partition number, or two owners would write to one appeal. */
    private static void requireEquallyMany(Map<String, Integer> keyedByAppeal) {
        if (Set.copyOf(keyedByAppeal.values()).size() > 1) {
            String found = keyedByAppeal.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                    .collect(Collectors.joining(", "));
            throw new TopicMismatchException("topics keyed by appealId must have equally many partitions, but have "
                    + found + "; re-create the empty ones among them with the partitions of the others");
        }
    }

    private void requireKept(Set<String> topics) {
        List<ConfigResource> resources = topics.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        try {
            admin.describeConfigs(resources)
                    .all()
                    .get()
                    .forEach((resource, config) -> requireKept(resource.name(), like(resource.name()), config));
        } catch (ExecutionException e) {
            throw failed("read the settings of the topics", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static void requireKept(String name, Topic topic, Config config) {
        String policy = config.get(CLEANUP_POLICY_CONFIG).value();
        if (!policy.equals(topic.cleanup().policy())) {
            throw new TopicMismatchException("topic " + name + " has cleanup.policy=" + policy + " but needs "
                    + topic.cleanup().policy() + "; alter the topic's configuration");
        }
        if (topic.cleanup() == Topic.Cleanup.DELETE && topic.retention().isEmpty()) {
            requireForEver(topic, config, RETENTION_MS_CONFIG);
            requireForEver(topic, config, RETENTION_BYTES_CONFIG);
        }
    }

    private static void requireForEver(Topic topic, Config config, String setting) {
        String value = config.get(setting).value();
        if (!value.equals(FOR_EVER)) {
            throw new TopicMismatchException("topic " + topic.topicName() + " has " + setting + "=" + value
                    + " and would forget appeals; set it to -1");
        }
    }

    private static KafkaException failed(String what, ExecutionException e) {
        Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
        return new KafkaException("could not " + what + ": " + cause.getMessage(), cause);
    }

    private static KafkaException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new KafkaException("interrupted while the topics were provisioned", e);
    }
}
