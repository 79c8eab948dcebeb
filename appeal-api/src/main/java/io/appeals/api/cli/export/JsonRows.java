package io.appeals.api.cli.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.avro.generic.GenericRecord;

/** Rows as JSON objects, one a line. */
final class JsonRows implements RowFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SequenceWriter lines;

    JsonRows(Path file) throws IOException {
        lines = JSON.writer().withRootValueSeparator("\n").writeValues(Files.newBufferedWriter(file));
    }

    @Override
    public void write(GenericRecord row) throws IOException {
        lines.write(RowAsJson.of(row));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
