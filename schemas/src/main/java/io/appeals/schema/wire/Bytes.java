package io.appeals.schema.wire;

import java.io.OutputStream;
import java.util.Arrays;

/** Bytes that grow, for one thread: Java's own {@code ByteArrayOutputStream} locks at every byte, which costs more than the encoding. */
final class Bytes extends OutputStream {

    private byte[] content;
    private int size;

    Bytes(int usualSize) {
        content = new byte[usualSize];
    }

    @Override
    public void write(int next) {
        if (size == content.length) {
            makeRoomFor(1);
        }
        content[size++] = (byte) next;
    }

    @Override
    public void write(byte[] source, int from, int length) {
        if (length > content.length - size) {
            makeRoomFor(length);
        }
        System.arraycopy(source, from, content, size, length);
        size += length;
    }

    private void makeRoomFor(int more) {
        content = Arrays.copyOf(content, Math.max(Math.multiplyExact(content.length, 2), Math.addExact(size, more)));
    }

    byte[] toArray() {
        return Arrays.copyOf(content, size);
    }
}
