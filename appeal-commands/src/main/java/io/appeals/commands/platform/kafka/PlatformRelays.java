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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The way in and out for platforms that have topics of their own: what they send is checked and goes on to the owners, and what
 * became of it comes back to them alone.
 */
public final class PlatformRelays implements AutoCloseable {

    private final Relay commands;
    private final Relay results;
    private final ExistingTopics topics;

    private PlatformRelays(Relay commands, Relay results, ExistingTopics topics) {
        this.commands = commands;
        this.results = results;
        this.topics = topics;
    }

    /** @param platforms whose topics exist */
    public static PlatformRelays start(
            PlatformSettings settings,
            List<Platform> platforms,
            AppealDecider decider,
            InstantSource clock,
            PlatformObserver observer) {
        Map<String, Platform> byTopic = platforms.stream()
                .collect(Collectors.toMap(
                        platform -> new PlatformTopics(platform.name()).commands(), Function.identity()));
        LogRecords records = new LogRecords(SchemaCatalogue.builtIn());
        CommandsOfPlatforms commands =
                new CommandsOfPlatforms(byTopic, decider, records, settings.partitions(), clock, observer);
        RelayClients in = new RelayClients(settings, PlatformSettings.COMMANDS_GROUP, new TreeSet<>(byTopic.keySet()));
        RelayClients out = new RelayClients(
                settings, PlatformSettings.RESULTS_GROUP, new TreeSet<>(Set.of(Topic.COMMAND_RESULTS.topicName())));
        Set<String> names = platforms.stream().map(Platform::name).collect(Collectors.toSet());
        ExistingTopics topics = new ExistingTopics(out.admin());
        return new PlatformRelays(
                Relay.start(in, commands), Relay.start(out, new ResultsForPlatforms(names, topics)), topics);
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
        topics.close();
    }
}
