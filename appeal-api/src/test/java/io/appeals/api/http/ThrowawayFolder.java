package io.appeals.api.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for what a node or a broker of a test keeps; it goes with them. */
final class ThrowawayFolder implements AutoCloseable {

    private final Path path;

    private ThrowawayFolder(Path path) {
        this.path = path;
    }

    static ThrowawayFolder make() {
        try {
            return new ThrowawayFolder(Files.createTempDirectory("appeals-test"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try (Stream<Path> content = Files.walk(path)) {
            List<Path> deepestFirst = content.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
