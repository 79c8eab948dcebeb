package io.appeals.api.cli.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.avro.generic.GenericRecord;

/** Rows as JSON objects, one a line. */
final class JsonRows implements RowFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Writer lines;

    JsonRows(Path file) throws IOException {
        lines = Files.newBufferedWriter(file);
    }

    @Override
    public void write(GenericRecord row) throws IOException {
        lines.write(JSON.writeValueAsString(RowAsJson.of(row)));
        // After the last one, too: files are put together with cat.
        lines.write('\n');
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
