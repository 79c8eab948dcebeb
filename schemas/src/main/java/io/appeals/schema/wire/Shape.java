package io.appeals.schema.wire;

import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.io.Decoder;
import org.jspecify.annotations.Nullable;

/** How one Java type looks in Avro, and how a value of it is written and read. */
interface Shape {

    Schema schema();

    void write(Object value, AvroOutput out);

    /** Reads a value; null only where the shape is optional. */
    @Nullable
    Object read(Decoder in) throws IOException;
}
