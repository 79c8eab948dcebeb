package io.appeals.api.cli.export;

import java.io.Closeable;
import java.io.IOException;
import org.apache.avro.generic.GenericRecord;

/** A file of rows that is being written. */
interface RowFile extends Closeable {

    void write(GenericRecord row) throws IOException;
}
