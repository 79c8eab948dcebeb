package io.appeals.commands.platform.kafka;

import io.appeals.commands.appeal.AppealDecider;
import io.appeals.commands.platform.Platform;
import io.appeals.commands.platform.PlatformObserver;
import io.appeals.commands.platform.PlatformSettings;
import io.appeals.commands.writer.record.LogRecords;
import io.appeals.schema.topic.PlatformTopics;
import io.appeals.schema.topic.Topic;
import io.appeals.schema.wire.SchemaCatalogue;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The way in and out for platforms that have topics of their own: what they send is checked and goes on to the owners, and what
 * became of it comes back to them alone.
 */
public final class PlatformRelays implements AutoCloseable {

    private final Relay commands;
    private final Relay results;

    private PlatformRelays(Relay commands, Relay results) {
        this.commands = commands;
        this.results = results;
    }

    /** @param platforms whose topics exist */
    public static PlatformRelays start(
            PlatformSettings settings,
            List<Platform> platforms,
            AppealDecider decider,
            InstantSource clock,
            PlatformObserver observer) {
        Map<String, Platform> byTopic = new HashMap<>();
        Map<String, String> resultTopics = new HashMap<>();
        for (Platform platform : platforms) {
            PlatformTopics topics = new PlatformTopics(platform.name());
            byTopic.put(topics.commands(), platform);
            resultTopics.put(platform.name(), topics.results());
        }
        LogRecords records = new LogRecords(SchemaCatalogue.builtIn());
        CommandsOfPlatforms commands =
                new CommandsOfPlatforms(byTopic, decider, records, settings.partitions(), clock, observer);
        SortedSet<String> all = new TreeSet<>(Set.of(Topic.COMMAND_RESULTS.topicName()));
        return new PlatformRelays(
                Relay.start(
                        new RelayClients(settings, PlatformSettings.COMMANDS_GROUP, new TreeSet<>(byTopic.keySet())),
                        commands),
                Relay.start(
                        new RelayClients(settings, PlatformSettings.RESULTS_GROUP, all),
                        new ResultsForPlatforms(resultTopics)));
    }

    /** What stands still at the moment, one line each; empty when all is well. */
    public List<String> problems() {
        return Stream.of(commands, results)
                .map(Relay::problem)
                .filter(problem -> !problem.isEmpty())
                .toList();
    }

    @Override
    public void close() {
        commands.close();
        results.close();
    }
}
