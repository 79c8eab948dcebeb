package io.appeals.schema.wire;

import io.appeals.schema.appeal.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/** The shapes of single values. */
final class Scalars {

    private static final Schema DECIMAL =
            LogicalTypes.decimal(Money.MAX_PRECISION, Money.MAX_SCALE).addToSchema(Schema.create(Schema.Type.BYTES));
    private static final Schema MOMENT = LogicalTypes.timestampMillis().addToSchema(Schema.create(Schema.Type.LONG));

    private interface Writer {
        void write(Object value, Encoder out) throws IOException;
    }

    private interface Reader {
        Object read(Decoder in) throws IOException;
    }

    private record Scalar(Schema schema, Writer writer, Reader reader) implements Shape {
        @Override
        public void write(Object value, Encoder out) throws IOException {
            writer.write(value, out);
        }

        @Override
        public Object read(Decoder in) throws IOException {
            return reader.read(in);
        }
    }

    private static final Shape TEXT = new Scalar(
            Schema.create(Schema.Type.STRING), (value, out) -> out.writeString((String) value), Decoder::readString);
    private static final Shape LONG =
            new Scalar(Schema.create(Schema.Type.LONG), (value, out) -> out.writeLong((Long) value), Decoder::readLong);
    private static final Shape INT =
            new Scalar(Schema.create(Schema.Type.INT), (value, out) -> out.writeInt((Integer) value), Decoder::readInt);
    private static final Shape FLAG = new Scalar(
            Schema.create(Schema.Type.BOOLEAN),
            (value, out) -> out.writeBoolean((Boolean) value),
            Decoder::readBoolean);
    private static final Shape TIME = new Scalar(
            MOMENT,
            (value, out) -> out.writeLong(((Instant) value).toEpochMilli()),
            in -> Instant.ofEpochMilli(in.readLong()));
    private static final Shape LENGTH = new Scalar(
            Schema.create(Schema.Type.LONG),
            (value, out) -> out.writeLong(((Duration) value).toMillis()),
            in -> Duration.ofMillis(in.readLong()));
    private static final Shape BYTES = new Scalar(
            Schema.create(Schema.Type.BYTES),
            (value, out) -> out.writeBytes((byte[]) value),
            in -> bytesOf(in.readBytes(null)));
    private static final Shape AMOUNT = new Scalar(
            DECIMAL,
            (value, out) -> out.writeBytes(((BigDecimal) value)
                    .setScale(Money.MAX_SCALE)
                    .unscaledValue()
                    .toByteArray()),
            in -> new BigDecimal(new BigInteger(bytesOf(in.readBytes(null))), Money.MAX_SCALE));

    private static final Map<Class<?>, Shape> BY_CLASS = Map.ofEntries(
            Map.entry(String.class, TEXT),
            Map.entry(long.class, LONG),
            Map.entry(Long.class, LONG),
            Map.entry(int.class, INT),
            Map.entry(Integer.class, INT),
            Map.entry(boolean.class, FLAG),
            Map.entry(Boolean.class, FLAG),
            Map.entry(Instant.class, TIME),
            Map.entry(Duration.class, LENGTH),
            Map.entry(byte[].class, BYTES),
            Map.entry(BigDecimal.class, AMOUNT));

    private Scalars() {}

    static @Nullable Shape of(Class<?> type) {
        return type.isEnum() ? word(type) : BY_CLASS.get(type);
    }

    /** Words whose list may grow travel as strings, so that a reader of yesterday's schema still reads today's record. */
    private static Shape word(Class<?> type) {
        Map<String, Object> byName = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toUnmodifiableMap(word -> ((Enum<?>) word).name(), Function.identity()));
        return new Scalar(
                Schema.create(Schema.Type.STRING),
                (value, out) -> out.writeString(((Enum<?>) value).name()),
                in -> known(byName, in.readString(new Utf8()).toString(), type));
    }

    private static Object known(Map<String, Object> byName, String name, Class<?> type) {
        Object word = byName.get(name);
        if (word == null) {
            throw new UndecodableRecordException("'" + name + "' is no " + type.getSimpleName() + "; known are "
                    + byName.keySet().stream().sorted().toList());
        }
        return word;
    }

    private static byte[] bytesOf(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
