package io.appeals.schema.wire;

import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.io.Decoder;
import org.jspecify.annotations.Nullable;

/** A value that may be absent: the union of null, which comes first and is the default, and the value's own shape. */
record OptionalShape(Shape present, Schema schema) implements Shape {

    static OptionalShape of(Shape present) {
        return new OptionalShape(present, Schema.createUnion(Schema.create(Schema.Type.NULL), present.schema()));
    }

    void writeNullable(@Nullable Object value, AvroOutput out) {
        if (value == null) {
            out.writeAbsent(1);
        } else {
            write(value, out);
        }
    }

    @Override
    public void write(Object value, AvroOutput out) {
        out.writeInt(1);
        present.write(value, out);
    }

    @Override
    public @Nullable Object read(Decoder in) throws IOException {
        if (in.readIndex() == 0) {
            in.readNull();
            return null;
        }
        return present.read(in);
    }
}
