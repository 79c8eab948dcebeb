package io.appeals.schema.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.apache.avro.io.BinaryEncoder;

/**
 * Avro's binary form in bytes that grow, for one thread. Avro's own encoders write to a stream byte by byte, which costs
 * several times what the encoding itself does, and every command pays it.
 */
final class AvroOutput extends BinaryEncoder {

    private static final int LONGEST_NUMBER = 10;
    private static final int SEVEN_BITS = 0x7F;

    private static final int USUAL_SIZE = 2048;
    private static final int LARGEST_KEPT = 64 << 10;
    private static final ThreadLocal<AvroOutput> OF_THREAD = ThreadLocal.withInitial(AvroOutput::new);

    private byte[] content = new byte[USUAL_SIZE];
    private int size;

    /** The one output of this thread, empty again: what was written to it before must have been taken. */
    static AvroOutput ofThread() {
        AvroOutput out = OF_THREAD.get();
        if (out.content.length > LARGEST_KEPT) {
            out.content = new byte[USUAL_SIZE];
        }
        out.size = 0;
        return out;
    }

    /** A byte as it is, outside of Avro's own rules. */
    void writeByte(int value) {
        makeRoomFor(1);
        content[size++] = (byte) value;
    }

    /** So many absent values of optional fields. */
    void writeAbsent(int fields) {
        makeRoomFor(fields);
        Arrays.fill(content, size, size + fields, (byte) 0);
        size += fields;
    }

    @Override
    public void writeBoolean(boolean value) {
        writeByte(value ? 1 : 0);
    }

    @Override
    public void writeInt(int value) {
        writeLong(value);
    }

    @Override
    public void writeLong(long value) {
        makeRoomFor(LONGEST_NUMBER);
        byte[] bytes = content;
        int at = size;
        long left = value << 1 ^ value >> 63;
        while ((left & ~SEVEN_BITS) != 0) {
            bytes[at++] = (byte) (left | ~SEVEN_BITS);
            left >>>= 7;
        }
        bytes[at++] = (byte) left;
        size = at;
    }

    @Override
    public void writeFloat(float value) {
        writeLittleEndian(Float.floatToRawIntBits(value), Float.BYTES);
    }

    @Override
    public void writeDouble(double value) {
        writeLittleEndian(Double.doubleToRawLongBits(value), Double.BYTES);
    }

    private void writeLittleEndian(long bits, int bytes) {
        for (int i = 0; i < bytes; i++) {
            writeByte((int) (bits >>> i * Byte.SIZE));
        }
    }

    @Override
    public void writeString(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        writeLong(bytes.length);
        writeFixed(bytes, 0, bytes.length);
    }

    @Override
    public void writeFixed(byte[] bytes, int start, int length) {
        makeRoomFor(length);
        System.arraycopy(bytes, start, content, size, length);
        size += length;
    }

    @Override
    protected void writeZero() {
        writeByte(0);
    }

    @Override
    public int bytesBuffered() {
        return 0;
    }

    @Override
    public void flush() {
        // everything is in its place already
    }

    private void makeRoomFor(int more) {
        if (more > content.length - size) {
            content =
                    Arrays.copyOf(content, Math.max(Math.multiplyExact(content.length, 2), Math.addExact(size, more)));
        }
    }

    /** All but the last bytes of it. */
    byte[] toArrayWithoutLast(int bytes) {
        return Arrays.copyOf(content, size - bytes);
    }

    byte[] toArray() {
        return Arrays.copyOf(content, size);
    }
}
