package io.appeals.schema.wire;

import java.io.EOFException;
import java.io.IOException;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.ResolvingDecoder;

/**
 * Writes and reads records of one type as Avro, with the schema derived from the type. Safe for use by many threads.
 *
 * @param <T> the record; its components are strings, whole numbers, booleans, instants, durations (in milliseconds), decimals, bytes, enums, other
 *     records, lists of these, nullable ones of all these, and one sealed interface of records
 */
public final class RecordCodec<T extends Record> {

    private final Class<T> type;
    private final RecordShape shape;
    private final Map<Schema, Queue<ResolvingDecoder>> idleResolvers = new ConcurrentHashMap<>();

    private RecordCodec(Class<T> type, RecordShape shape) {
        this.type = type;
        this.shape = shape;
    }

    /** For a record under its own name. */
    public static <T extends Record> RecordCodec<T> of(Class<T> type) {
        return of(type, type.getSimpleName());
    }

    /** @param name the Avro record's name, for a type whose published name is another than its Java name */
    public static <T extends Record> RecordCodec<T> of(Class<T> type, String name) {
        return new RecordCodec<>(type, Shapes.of(type, "io.appeals", name));
    }

    public Class<T> type() {
        return type;
    }

    public Schema schema() {
        return shape.schema();
    }

    /** Identifies the schema, its documentation aside: rows written under another fingerprint must not be read as these. */
    public long fingerprint() {
        return SchemaNormalization.parsingFingerprint64(schema());
    }

    /** How many variants there are of what ends the record; 0 where it does not end with variants. */
    int variants() {
        return shape.variants();
    }

    /** The index of the variant that the record ends with; -1 where it does not end with one. */
    int variantOf(T value) {
        return shape.variantOf(value);
    }

    public byte[] encode(T value) {
        AvroOutput out = AvroOutput.ofThread();
        encode(value, out);
        return out.toArray();
    }

    void encode(T value, AvroOutput out) {
        shape.write(value, out);
    }

    /** @throws UndecodableRecordException if the bytes are no such record */
    public T decode(byte[] bytes) {
        return decode(bytes, 0, bytes.length);
    }

    T decode(byte[] bytes, int offset, int length) {
        BinaryDecoder in = DecoderFactory.get().binaryDecoder(bytes, offset, length, null);
        T value = read(in);
        requireEnd(in);
        return value;
    }

    /** Reads what was written with another version of the schema. */
    T decode(Schema writtenWith, byte[] bytes, int offset, int length) {
        Queue<ResolvingDecoder> idle = idleResolvers.computeIfAbsent(writtenWith, any -> new ConcurrentLinkedQueue<>());
        BinaryDecoder in = DecoderFactory.get().binaryDecoder(bytes, offset, length, null);
        try {
            ResolvingDecoder resolver = idle.poll();
            if (resolver == null) {
                resolver = DecoderFactory.get().resolvingDecoder(writtenWith, schema(), null);
            }
            resolver.configure(in);
            T value = read(resolver);
            resolver.drain();
            requireEnd(in);
            idle.add(resolver);
            return value;
        } catch (UndecodableRecordException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw undecodable(e);
        }
    }

    private T read(Decoder in) {
        try {
            return type.cast(shape.read(in));
        } catch (UndecodableRecordException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Avro answers broken bytes with many kinds of exception, unchecked ones among them
            throw undecodable(e);
        }
    }

    private void requireEnd(BinaryDecoder in) {
        try {
            if (!in.isEnd()) {
                throw new UndecodableRecordException("bytes are left over after the " + schema().getName());
            }
        } catch (IOException e) {
            throw undecodable(e);
        }
    }

    private UndecodableRecordException undecodable(Exception e) {
        String why = e instanceof EOFException ? "they end too early" : String.valueOf(e.getMessage());
        return new UndecodableRecordException("these bytes are no " + schema().getName() + ": " + why, e);
    }
}
