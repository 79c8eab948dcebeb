package io.appeals.commands.writer.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;
import org.rocksdb.WriteOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database's files: opened, and begun anew where they are of no use. */
final class RocksFiles implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RocksFiles.class);
    private static final byte[] APPEALS = "appeals".getBytes(UTF_8);
    private static final byte[] COMMANDS = "commands".getBytes(UTF_8);

    private final Path folder;
    private final RocksTuning tuning;
    private final RocksDB database;
    private final List<ColumnFamilyHandle> families;
    private final WriteOptions writeOptions = new WriteOptions().setSync(false);

    private RocksFiles(Path folder, RocksTuning tuning, RocksDB database, List<ColumnFamilyHandle> families) {
        this.folder = folder;
        this.tuning = tuning;
        this.database = database;
        this.families = families;
    }

    static RocksFiles open(Path folder, String identity) {
        RocksFiles files = openOrBeginAnew(folder);
        if (files.isOf(identity)) {
            return files;
        }
        LOG.info("the states in {} are of another form; they are rebuilt from the log", folder);
        files.close();
        delete(folder);
        RocksFiles fresh = openOrBeginAnew(folder);
        fresh.sign(identity);
        return fresh;
    }

    private static RocksFiles openOrBeginAnew(Path folder) {
        try {
            return openExisting(folder);
        } catch (RocksDBException e) {
            if (!isDamage(e)) {
                throw new StoreException(
                        "the states in " + folder + " cannot be opened (is another process using this data folder?): "
                                + e.getMessage(),
                        e);
            }
            LOG.warn("the states in {} are damaged ({}); they are rebuilt from the log", folder, e.getMessage());
            delete(folder);
            return openFresh(folder);
        }
    }

    private static RocksFiles openFresh(Path folder) {
        try {
            return openExisting(folder);
        } catch (RocksDBException e) {
            throw new StoreException("no states can be kept in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static RocksFiles openExisting(Path folder) throws RocksDBException {
        RocksDB.loadLibrary();
        createFolder(folder);
        RocksTuning tuning = new RocksTuning();
        List<ColumnFamilyHandle> families = new ArrayList<>();
        try {
            RocksDB database = RocksDB.open(
                    tuning.database(),
                    folder.toString(),
                    List.of(
                            new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY, tuning.family()),
                            new ColumnFamilyDescriptor(APPEALS, tuning.family()),
                            new ColumnFamilyDescriptor(COMMANDS, tuning.family())),
                    families);
            return new RocksFiles(folder, tuning, database, families);
        } catch (RocksDBException e) {
            tuning.close();
            throw e;
        }
    }

    /** Anything but a lock held by another process or a disk that refuses, which deleting would not mend. */
    private static boolean isDamage(RocksDBException e) {
        Status status = e.getStatus();
        return status != null
                && (status.getCode() == Status.Code.Corruption || status.getCode() == Status.Code.InvalidArgument);
    }

    /** A folder that was just created is signed at once: it can be of no other form. */
    private boolean isOf(String identity) {
        try {
            byte[] found = database.get(StoreKeys.IDENTITY);
            if (found == null && isEmpty()) {
                sign(identity);
                return true;
            }
            return Arrays.equals(found, identity.getBytes(UTF_8));
        } catch (RocksDBException e) {
            throw new StoreException("the states in " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private boolean isEmpty() {
        return database.getLatestSequenceNumber() == 0;
    }

    private void sign(String identity) {
        try {
            database.put(StoreKeys.IDENTITY, identity.getBytes(UTF_8));
        } catch (RocksDBException e) {
            throw new StoreException("the states in " + folder + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static void createFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StoreException("the folder " + folder + " cannot be created: " + e.getMessage(), e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new StoreException("the folder " + folder + " cannot be cleared: " + e.getMessage(), e);
        }
    }

    Path folder() {
        return folder;
    }

    RocksDB database() {
        return database;
    }

    WriteOptions writeOptions() {
        return writeOptions;
    }

    ColumnFamilyHandle positions() {
        return families.get(0);
    }

    ColumnFamilyHandle appeals() {
        return families.get(1);
    }

    ColumnFamilyHandle commands() {
        return families.get(2);
    }

    @Override
    public void close() {
        families.forEach(ColumnFamilyHandle::close);
        database.close();
        writeOptions.close();
        tuning.close();
    }
}
