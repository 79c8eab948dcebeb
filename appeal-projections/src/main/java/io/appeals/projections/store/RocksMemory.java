package io.appeals.projections.store;

import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.CompressionType;
import org.rocksdb.Filter;
import org.rocksdb.IndexType;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/** The memory that all partitions' stores of one process share, so that it does not grow with the number of partitions. */
public final class RocksMemory implements AutoCloseable {

    private static final long MIB = 1024L * 1024;
    private static final long WRITE_BUFFERS = 64 * MIB;
    /** Small enough for the processor's caches: an insertion costs a third less than with 16 MiB. */
    private static final long WRITE_BUFFER = 4 * MIB;

    private static final long BLOCK_SIZE = 8 * 1024;
    private static final int BLOOM_BITS = 10;

    /** The default of 64 shards leaves each too small for a large block to stay. */
    private static final int SHARD_BITS = 2;

    static {
        RocksDB.loadLibrary();
    }

    private final Cache blocks;
    private final WriteBufferManager writeBuffers;
    private final Filter filter;

    /** @param blockCacheBytes for what was read; write buffers come on top and are bounded too */
    public RocksMemory(long blockCacheBytes) {
        blocks = new LRUCache(blockCacheBytes, SHARD_BITS);
        // Not charged to the block cache: a burst of writes would throw out what readers need.
        writeBuffers = new WriteBufferManager(WRITE_BUFFERS, new LRUCache(MIB));
        filter = new BloomFilter(BLOOM_BITS);
    }

    Options options() {
        BlockBasedTableConfig tables = new BlockBasedTableConfig()
                .setBlockCache(blocks)
                .setBlockSize(BLOCK_SIZE)
                .setFilterPolicy(filter)
                // Otherwise index and filter blocks of every file stay in memory outside the bound.
                .setCacheIndexAndFilterBlocks(true)
                // In parts: whole ones are half a megabyte a file, and once they don't all fit, every read loads one
                // (measured: 260 us instead of 6).
                .setIndexType(IndexType.kTwoLevelIndexSearch)
                .setPartitionFilters(true)
                .setMetadataBlockSize(4096)
                .setPinTopLevelIndexAndFilter(true)
                .setCacheIndexAndFilterBlocksWithHighPriority(true);
        return new Options()
                .setCreateIfMissing(true)
                .setTableFormatConfig(tables)
                .setWriteBufferManager(writeBuffers)
                .setWriteBufferSize(WRITE_BUFFER)
                .setMaxWriteBufferNumber(3)
                // One thread writes a partition.
                .setAllowConcurrentMemtableWrite(false)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                // RocksDB's own log tells nothing that operators could act upon.
                .setInfoLogLevel(InfoLogLevel.ERROR_LEVEL)
                .setKeepLogFileNum(1);
    }

    @Override
    public void close() {
        filter.close();
        writeBuffers.close();
        blocks.close();
    }
}
