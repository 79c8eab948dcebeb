package io.appeals.api.cli.export;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** Rows as CSV (RFC 4180) under a line of names; nothing stands for null, and "" for a text without characters. */
final class CsvRows implements RowFile {

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvGenerator.Feature.ALWAYS_QUOTE_EMPTY_STRINGS)
            .build();

    private final FlatColumns columns;
    private final SequenceWriter lines;

    CsvRows(Path file, Schema schema) throws IOException {
        columns = new FlatColumns(schema);
        CsvSchema.Builder header = CsvSchema.builder();
        columns.names().forEach(header::addColumn);
        lines = CSV.writer(header.build().withHeader()).writeValues(Files.newBufferedWriter(file));
    }

    @Override
    public void write(GenericRecord row) throws IOException {
        lines.write(columns.values(RowAsJson.of(row)));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
