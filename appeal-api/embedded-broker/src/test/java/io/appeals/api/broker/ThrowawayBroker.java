package io.appeals.api.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The embedded broker in this JVM, with a data folder that goes when the JVM does. */
final class ThrowawayBroker {
    private ThrowawayBroker() {}

    static String start() {
        try {
            Path folder = Files.createTempDirectory("kafka-of-a-test");
            EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(broker, folder), "kafka-of-a-test-removal"));
            return broker.bootstrapServers();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void remove(EmbeddedBroker broker, Path folder) {
        broker.close();
        try (Stream<Path> content = Files.walk(folder)) {
            List<Path> deepestFirst = content.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException leftForTheSystemToClean) {
            System.err.println("left behind: " + folder);
        }
    }
}
