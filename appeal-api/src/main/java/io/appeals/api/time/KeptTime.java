package io.appeals.api.time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Remembers, in a file, how far the product's time has come. The file is there whole or not at all. */
final class KeptTime {

    private static final String MACHINE = "machine ";
    private static final String PRODUCT = "product ";

    private final Path file;

    KeptTime(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    /** The product's time at a moment of the machine's. */
    record Mark(Instant machine, Instant product) {}

    /** Empty where time was never anything but the machine's. */
    Optional<Mark> read() throws IOException {
        try {
            List<String> lines = Files.readAllLines(file);
            return Optional.of(new Mark(instant(lines, 0, MACHINE), instant(lines, 1, PRODUCT)));
        } catch (NoSuchFileException never) {
            return Optional.empty();
        }
    }

    private Instant instant(List<String> lines, int number, String name) throws IOException {
        try {
            if (lines.size() > number && lines.get(number).startsWith(name)) {
                return Instant.parse(lines.get(number).substring(name.length()));
            }
        } catch (DateTimeException e) {
            // Told below, with what stands there.
        }
        throw new IOException(file + " should say '" + name + "2026-03-02T09:00:00Z' in line " + (number + 1)
                + ", but its lines are " + lines);
    }

    void write(Mark mark) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(beside, MACHINE + mark.machine() + "\n" + PRODUCT + mark.product() + "\n");
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
