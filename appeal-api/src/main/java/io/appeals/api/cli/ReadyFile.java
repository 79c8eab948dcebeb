package io.appeals.api.cli;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Tells whoever started a node, in a file, that it serves and where. The file is there whole or not at all. */
final class ReadyFile {

    private final Path file;

    ReadyFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    @JsonPropertyOrder({"apiUrl", "bootstrapServers", "pid"})
    record Content(String apiUrl, String bootstrapServers, long pid) {}

    /** Removes what an earlier node left, so that nobody takes it for this one's. */
    void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw cannotWrite(failed);
        }
    }

    void write(Content content) {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(beside, new ObjectMapper().writeValueAsString(content) + System.lineSeparator());
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw cannotWrite(failed);
        }
    }

    private CannotRun cannotWrite(IOException failed) {
        return new CannotRun("--ready-file " + file + " cannot be written: " + failed);
    }
}
