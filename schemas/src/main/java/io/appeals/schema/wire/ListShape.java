package io.appeals.schema.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.io.Decoder;

/** A list of values of one shape. */
record ListShape(Shape element, Schema schema) implements Shape {

    static ListShape of(Shape element) {
        return new ListShape(element, Schema.createArray(element.schema()));
    }

    @Override
    public void write(Object value, AvroOutput out) {
        List<?> values = (List<?>) value;
        if (!values.isEmpty()) {
            out.writeLong(values.size());
            for (Object each : values) {
                element.write(each, out);
            }
        }
        out.writeLong(0);
    }

    @Override
    public Object read(Decoder in) throws IOException {
        long block = in.readArrayStart();
        if (block == 0) {
            return List.of();
        }
        List<Object> values = new ArrayList<>();
        for (; block > 0; block = in.arrayNext()) {
            for (long i = 0; i < block; i++) {
                values.add(java.util.Objects.requireNonNull(element.read(in)));
            }
        }
        return Collections.unmodifiableList(values);
    }
}
