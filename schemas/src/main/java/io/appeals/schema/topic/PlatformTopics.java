package io.appeals.schema.topic;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * The two topics of a platform's own: one that nobody else writes commands to, and one that nobody else reads results from. What
 * stands in them has the schemas, keys and retention of {@link Topic#COMMANDS} and {@link Topic#COMMAND_RESULTS}.
 *
 * @param platform lower-case letters, digits and hyphens; the topics are named by it
 */
public record PlatformTopics(String platform) {

    /** What the names of all platforms' commands topics begin with. */
    public static final String COMMANDS = unversioned(Topic.COMMANDS);

    /** What the names of all platforms' results topics begin with. */
    public static final String RESULTS = unversioned(Topic.COMMAND_RESULTS);

    private static final String NAME = "[a-z0-9][a-z0-9-]{0,62}";
    private static final Pattern PLATFORM = Pattern.compile(NAME);
    private static final Pattern TOPIC = Pattern.compile("appeals\\.(commands|command-results)\\." + NAME + "\\.v1");

    /** @throws IllegalArgumentException if no topics can be named so */
    public PlatformTopics {
        if (!isName(platform)) {
            throw new IllegalArgumentException("'" + platform + "' names no platform");
        }
    }

    /** Whether topics can be named by it. */
    public static boolean isName(String platform) {
        return PLATFORM.matcher(platform).matches();
    }

    /** Whether this is a topic of some platform's own. */
    public static boolean include(String topicName) {
        return TOPIC.matcher(topicName).matches();
    }

    /** Where the platform sends its commands, for instance {@code appeals.commands.acme.v1}. */
    public String commands() {
        return nameLike(Topic.COMMANDS, platform);
    }

    /** Where the platform hears what became of them, for instance {@code appeals.command-results.acme.v1}. */
    public String results() {
        return nameLike(Topic.COMMAND_RESULTS, platform);
    }

    /** Both, with the topic that each is like. */
    public Map<String, Topic> likeThoseOfAll() {
        return Map.of(commands(), Topic.COMMANDS, results(), Topic.COMMAND_RESULTS);
    }

    /**
     * What such topics are called, in general.
     *
     * @param like {@link Topic#COMMANDS} or {@link Topic#COMMAND_RESULTS}
     */
    public static String nameLike(Topic like, String platform) {
        return unversioned(like)
                + platform
                + like.topicName().substring(unversioned(like).length() - 1);
    }

    private static String unversioned(Topic topic) {
        return topic.topicName().substring(0, topic.topicName().lastIndexOf('.') + 1);
    }
}
