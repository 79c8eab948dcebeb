package io.appeals.api.rights;

import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import io.appeals.api.topics.TopicGuide;
import io.appeals.schema.topic.PlatformTopics;
import io.appeals.schema.topic.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What those around the product do on its cluster. */
public final class GuestRights {

    private GuestRights() {}

    /** They read what is made for analysts, in groups of their own. */
    public static List<Right> ofAnalysts() {
        return with(readersOf(TopicGuide.Audience.ANALYSTS), "analyst-");
    }

    /** They read what is made for operators, in groups of their own. */
    public static List<Right> ofOperators() {
        return with(readersOf(TopicGuide.Audience.OPERATORS), "operator-");
    }

    /** They send commands. What became of them is told over HTTP. */
    public static List<Right> ofPlatforms() {
        return List.of(Right.on(Topic.COMMANDS, WRITE));
    }

    /** Beyond the former: they hear what became of commands by topic, of each other's as well as of their own. */
    public static List<Right> ofPlatformsThatReadResults() {
        return with(Stream.of(Right.on(Topic.COMMAND_RESULTS, READ)), "platform-");
    }

    /** A platform with topics of its own sends commands by the one and hears from the other; nobody else's concern it. */
    public static List<Right> ofPlatform(PlatformTopics topics) {
        // no name has a dot in it, so that no platform's groups begin like another's
        return List.of(
                Right.onTopic(topics.commands(), WRITE),
                Right.onTopic(topics.results(), READ),
                Right.toBeInGroupsOf("platform." + topics.platform() + "."));
    }

    private static Stream<Right> readersOf(TopicGuide.Audience audience) {
        return Arrays.stream(Topic.values())
                .filter(topic -> TopicGuide.of(topic).audience() == audience)
                .map(topic -> Right.on(topic, READ));
    }

    private static List<Right> with(Stream<Right> topics, String groups) {
        return Stream.concat(topics, Stream.of(Right.toBeInGroupsOf(groups))).toList();
    }
}
