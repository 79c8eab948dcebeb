package io.appeals.api.cli.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.appeals.api.cli.CannotRun;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder of one topic's export: a folder a day with its files, and the manifest that says how far it is. What goes
 * beyond the manifest was being written when a run was interrupted, and does not count.
 */
final class ExportFolder {

    private static final String MANIFEST = "_export.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path path;

    ExportFolder(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /**
     * The export that was begun here.
     *
     * @throws CannotRun when there is something else
     */
    Optional<Manifest> begun() throws IOException {
        Path file = path.resolve(MANIFEST);
        if (Files.exists(file)) {
            return Optional.of(read(file));
        }
        if (!days().isEmpty()) {
            throw new CannotRun("folder " + path + " holds files and no " + MANIFEST
                    + " that says of which export: name another --out, or remove the folder");
        }
        return Optional.empty();
    }

    private static Manifest read(Path file) {
        try {
            return JSON.readValue(file.toFile(), Manifest.class);
        } catch (IOException | RuntimeException unreadable) {
            throw new CannotRun(file + " is not what an export keeps there: name another --out, or remove the folder");
        }
    }

    /** Returns once it is on disk. */
    void keep(Manifest manifest) throws IOException {
        Path unfinished = path.resolve(MANIFEST + ".unfinished");
        Files.write(unfinished, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(unfinished, path.resolve(MANIFEST), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Looks whether the files that count are as they were written; by their sizes, as reading them takes too long.
     *
     * @throws CannotRun when one is not
     */
    void requireWhole(Manifest manifest) throws IOException {
        for (Manifest.CountedFile counted : manifest.files()) {
            Path file = path.resolve(counted.name());
            if (!Files.exists(file)) {
                throw damaged(file, "is missing");
            }
            if (Files.size(file) != counted.bytes()) {
                throw damaged(file, "has " + Files.size(file) + " bytes and was written with " + counted.bytes());
            }
        }
    }

    private CannotRun damaged(Path file, String how) {
        return new CannotRun("file " + file + " of this export " + how + ": remove folder " + path
                + " to have it written anew, or name another --out");
    }

    /** Removes what goes beyond the manifest. */
    void removeUncounted(Manifest manifest) throws IOException {
        Map<Integer, Manifest.Progress> progress = manifest.partitions().stream()
                .collect(Collectors.toMap(Manifest.Progress::partition, Function.identity()));
        for (Path day : days()) {
            for (Path file : list(day)) {
                Optional<PartName> part = PartName.of(file.getFileName().toString());
                if (part.isPresent() && goesBeyond(part.get(), progress)) {
                    Files.delete(file);
                }
            }
        }
    }

    private static boolean goesBeyond(PartName part, Map<Integer, Manifest.Progress> progress) {
        Manifest.Progress counted = progress.get(part.partition());
        return counted != null && part.offset() >= counted.next();
    }

    private List<Path> days() throws IOException {
        return list(path).stream()
                .filter(each -> each.getFileName().toString().startsWith("date="))
                .toList();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            return content.toList();
        }
    }
}
