package io.appeals.commands.platform.yaml;

import io.appeals.commands.platform.Platform;
import io.appeals.commands.platform.TrustedActor;
import io.appeals.commands.yaml.YamlFile;
import io.appeals.commands.yaml.YamlNode;
import io.appeals.schema.appeal.ActorType;
import io.appeals.schema.command.AppealCommand;
import io.appeals.schema.topic.PlatformTopics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The file that says which platforms have topics of their own, and whom each may act as. */
public final class PlatformFile {

    private static final YamlFile FILE = new YamlFile("platforms file");
    private static final List<String> COMMANDS = Arrays.stream(AppealCommand.class.getPermittedSubclasses())
            .map(Class::getSimpleName)
            .sorted()
            .toList();

    private PlatformFile() {}

    /**
     * The platforms in it, at least one.
     *
     * @throws io.appeals.commands.yaml.InvalidFileException when the file cannot be read, is no YAML, or says nothing or
     *     something wrong of a platform
     */
    public static List<Platform> read(Path path) {
        return FILE.read(path, PlatformFile::platforms);
    }

    private static List<Platform> platforms(YamlNode root) {
        if (!root.isObjectOf("platforms")) {
            return List.of();
        }
        List<Platform> platforms = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlNode each : nonEmpty(root.child("platforms"))) {
            if (each.isObjectOf("name", "actors")) {
                platforms.add(new Platform(name(each.child("name"), names), actors(each.child("actors"))));
            }
        }
        return platforms;
    }

    private static String name(YamlNode node, Set<String> seen) {
        String name = node.text();
        if (!name.isEmpty() && !PlatformTopics.isName(name)) {
            node.problem("expected up to 63 lower-case letters, digits and hyphens, but found '" + name + "'");
        } else if (!name.isEmpty() && !seen.add(name)) {
            node.problem("'" + name + "' stands in the list already");
        }
        return name;
    }

    private static List<TrustedActor> actors(YamlNode node) {
        return nonEmpty(node).stream().flatMap(each -> actor(each).stream()).toList();
    }

    private static Optional<TrustedActor> actor(YamlNode node) {
        if (!node.isObjectOf("type", "ids", "commands")) {
            return Optional.empty();
        }
        Optional<ActorType> type = node.child("type").oneOf(ActorType.class);
        List<String> ids = nonEmpty(node.child("ids")).stream()
                .map(PlatformFile::idPattern)
                .toList();
        Set<String> commands = node.child("commands").isGiven() ? commands(node.child("commands")) : Set.of();
        return type.map(found -> new TrustedActor(found, ids, commands));
    }

    private static String idPattern(YamlNode node) {
        String pattern = node.text();
        int star = pattern.indexOf('*');
        if (star >= 0 && star < pattern.length() - 1) {
            node.problem("expected an id, or the beginning of ids with * at its end, but found '" + pattern + "'");
        }
        return pattern;
    }

    private static Set<String> commands(YamlNode node) {
        return nonEmpty(node).stream().map(PlatformFile::command).collect(Collectors.toSet());
    }

    private static String command(YamlNode node) {
        String command = node.text();
        if (!command.isEmpty() && !COMMANDS.contains(command)) {
            node.problem("expected a type of command, one of " + COMMANDS + ", but found '" + command + "'");
        }
        return command;
    }

    /** The items of a list, with a note if there are none. */
    private static List<YamlNode> nonEmpty(YamlNode node) {
        List<YamlNode> items = node.items();
        if (items.isEmpty() && node.value() != null && node.value().isArray()) {
            node.problem("expected at least one");
        }
        return items;
    }
}
