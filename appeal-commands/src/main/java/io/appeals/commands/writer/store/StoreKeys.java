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
        return beginning(partition, id, Short.BYTES + id.length);
    }

    static byte[] command(int partition, String appealId, String commandId) {
        byte[] appeal = appealId.getBytes(UTF_8);
        byte[] command = commandId.getBytes(UTF_8);
        int afterAppeal = Short.BYTES + appeal.length + 1;
        byte[] key = beginning(partition, appeal, afterAppeal + command.length);
        System.arraycopy(command, 0, key, afterAppeal, command.length);
        return key;
    }

    private static byte[] beginning(int partition, byte[] appeal, int length) {
        byte[] key = new byte[length];
        key[0] = (byte) (partition >>> Byte.SIZE);
        key[1] = (byte) partition;
        System.arraycopy(appeal, 0, key, Short.BYTES, appeal.length);
        return key;
    }
}
