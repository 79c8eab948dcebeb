package io.appeals.commands.writer.store;

import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;

/** The settings of the owner's RocksDB, with their reasons. */
final class RocksTuning implements AutoCloseable {

    private static final long BLOCK_CACHE_BYTES = 64L << 20;
    private static final long MEMTABLE_BYTES = 32L << 20;
    private static final long WRITE_AHEAD_LOG_BYTES = 128L << 20;
    private static final double BLOOM_BITS_PER_KEY = 10;

    private final Cache blocks = new LRUCache(BLOCK_CACHE_BYTES);
    // most look-ups ask whether a command was here before, and the answer is no: the filter says so without reading
    private final BloomFilter filter = new BloomFilter(BLOOM_BITS_PER_KEY);
    private final DBOptions database = new DBOptions()
            .setCreateIfMissing(true)
            .setCreateMissingColumnFamilies(true)
            .setMaxBackgroundJobs(2)
            // bounds what is read again after a kill -9
            .setMaxTotalWalSize(WRITE_AHEAD_LOG_BYTES)
            .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
            .setKeepLogFileNum(2)
            .setStatsDumpPeriodSec(0);
    private final ColumnFamilyOptions family = new ColumnFamilyOptions()
            .setWriteBufferSize(MEMTABLE_BYTES)
            .setMaxWriteBufferNumber(3)
            // the same filter for what is not on disk yet
            .setMemtablePrefixBloomSizeRatio(0.1)
            .setMemtableWholeKeyFiltering(true)
            .setLevelCompactionDynamicLevelBytes(true)
            .setCompressionType(CompressionType.LZ4_COMPRESSION)
            .setTableFormatConfig(new BlockBasedTableConfig()
                    .setBlockCache(blocks)
                    .setCacheIndexAndFilterBlocks(true)
                    .setPinL0FilterAndIndexBlocksInCache(true)
                    .setFilterPolicy(filter));

    DBOptions database() {
        return database;
    }

    ColumnFamilyOptions family() {
        return family;
    }

    @Override
    public void close() {
        family.close();
        database.close();
        filter.close();
        blocks.close();
    }
}
