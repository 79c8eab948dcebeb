package io.appeals.schema.wire;

import java.nio.ByteBuffer;

/**
 * Records as bytes in the Confluent wire format: a zero byte, the schema's id in four bytes, the Avro body. Safe for
 * use by many threads.
 */
public final class WireFormat<T extends Record> {

    private static final int HEADER = 5;

    private final Published<T> published;
    private final SchemaIds ids;
    private final VariantVersions versions;
    private final int currentId;

    WireFormat(Published<T> published, SchemaIds ids) {
        this.published = published;
        this.ids = ids;
        this.versions = new VariantVersions(published, ids);
        this.currentId = versions.currentId();
    }

    /**
     * Stands for a registry's id that is none of the catalogue's schemas: as it came, it could be taken for the catalogue's id
     * of something else.
     */
    static int unknown(int registryId) {
        return -Math.abs(registryId);
    }

    public byte[] encode(T value) {
        VariantVersions.Version version = versions.of(published.codec().variantOf(value));
        AvroOutput out = AvroOutput.ofThread();
        out.writeByte(0);
        out.writeByte(version.id() >>> 24);
        out.writeByte(version.id() >>> 16);
        out.writeByte(version.id() >>> 8);
        out.writeByte(version.id());
        published.codec().encode(value, out);
        return out.toArrayWithoutLast(version.absent());
    }

    /** @throws UndecodableRecordException if the bytes are not this record in any version known here */
    public T decode(byte[] bytes) {
        if (bytes.length < HEADER || bytes[0] != 0) {
            throw new UndecodableRecordException(
                    "no Confluent wire format: expected a zero byte, a four-byte schema id and the "
                            + published.name());
        }
        int id = ByteBuffer.wrap(bytes, 1, 4).getInt();
        int length = bytes.length - HEADER;
        return id == currentId ? published.codec().decode(bytes, HEADER, length) : decodeOther(id, bytes, length);
    }

    private T decodeOther(int id, byte[] bytes, int length) {
        SchemaIds.SchemaVersion written = ids.byId(id)
                .filter(version -> version.subject().equals(published.topic().valueSubject()))
                .orElseThrow(() -> new UndecodableRecordException("schema id " + Math.abs(id) + " is no schema of "
                        + published.topic().valueSubject()));
        T value = published.codec().decode(written.schema(), bytes, HEADER, length);
        return published.upcaster().upcast(value, written.version());
    }
}
