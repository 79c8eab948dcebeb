package io.appeals.projections.store;

import java.util.Arrays;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** Walks through the keys of one prefix, forwards or backwards. */
public final class StoreScan implements AutoCloseable {

    private final RocksIterator rows;
    private final byte[] prefix;
    private final boolean descending;

    /** The key at hand, once somebody has asked for it: reading one copies it out of the store. */
    private byte @Nullable [] key;

    private StoreScan(RocksIterator rows, byte[] prefix, boolean descending) {
        this.rows = rows;
        this.prefix = prefix;
        this.descending = descending;
    }

    /** Begins with the first key that is not before {@code from}. */
    static StoreScan from(RocksIterator rows, byte[] prefix, byte[] from) {
        rows.seek(from);
        return new StoreScan(rows, prefix, false);
    }

    static StoreScan begin(RocksIterator rows, byte[] prefix, byte @Nullable [] after, boolean descending) {
        byte[] start = after == null ? (descending ? successor(prefix) : prefix) : after;
        if (descending) {
            rows.seekForPrev(start);
        } else {
            rows.seek(start);
        }
        StoreScan scan = new StoreScan(rows, prefix, descending);
        boolean startIsOutside = after != null || descending;
        if (startIsOutside && rows.isValid() && Arrays.equals(rows.key(), start)) {
            scan.advance();
        }
        return scan;
    }

    /** The first key behind all that begin with the prefix. Prefixes begin with the byte of a key family, so there is one. */
    private static byte[] successor(byte[] prefix) {
        byte[] next = prefix.clone();
        int last = next.length - 1;
        while (next[last] == (byte) 0xFF) {
            last--;
        }
        next[last]++;
        return Arrays.copyOf(next, last + 1);
    }

    public boolean isValid() {
        if (!rows.isValid()) {
            requireReadable();
            return false;
        }
        byte[] at = key();
        return at.length >= prefix.length && Arrays.equals(at, 0, prefix.length, prefix, 0, prefix.length);
    }

    public byte[] key() {
        byte[] at = key;
        if (at == null) {
            at = rows.key();
            key = at;
        }
        return at;
    }

    public byte[] value() {
        return rows.value();
    }

    public void advance() {
        key = null;
        if (descending) {
            rows.prev();
        } else {
            rows.next();
        }
    }

    /** An iterator that fails ends as one that is through: only its status tells, and half a list must not pass for all. */
    private void requireReadable() {
        try {
            rows.status();
        } catch (RocksDBException e) {
            throw new ProcessorStateException("the store cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        rows.close();
    }
}
