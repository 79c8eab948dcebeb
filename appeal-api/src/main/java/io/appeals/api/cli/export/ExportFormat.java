package io.appeals.api.cli.export;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.avro.Schema;

/** What the files look like. */
enum ExportFormat {
    PARQUET,
    CSV,
    NDJSON;

    /** As it stands on the command line, and behind the dot of a file's name. */
    String suffix() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Begins a file. */
    RowFile create(Path file, Schema schema) throws IOException {
        return switch (this) {
            case PARQUET -> new ParquetRows(file, schema);
            case CSV -> new CsvRows(file, schema);
            case NDJSON -> new JsonRows(file);
        };
    }
}
