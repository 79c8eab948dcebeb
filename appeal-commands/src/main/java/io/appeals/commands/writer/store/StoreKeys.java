package io.appeals.commands.writer.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/** Keys begin with their partition, so that one partition's rows can be dropped at one stroke. */
final class StoreKeys {

    static final byte[] IDENTITY = "identity".getBytes(UTF_8);

    private StoreKeys() {}

    static byte[] partition(int partition) {
        return ByteBuffer.allocate(Short.BYTES).putShort((short) partition).array();
    }

    static byte[] appeal(int partition, String appealId) {
        byte[] id = appealId.getBytes(UTF_8);
        return ByteBuffer.allocate(Short.BYTES + id.length)
                .putShort((short) partition)
                .put(id)
                .array();
    }

    static byte[] command(int partition, String appealId, String commandId) {
        byte[] appeal = appealId.getBytes(UTF_8);
        byte[] command = commandId.getBytes(UTF_8);
        return ByteBuffer.allocate(Short.BYTES + appeal.length + 1 + command.length)
                .putShort((short) partition)
                .put(appeal)
                .put((byte) 0)
                .put(command)
                .array();
    }
}
