package io.appeals.api.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a folder for one process at a time. The operating system gives the lock back when its process dies,
 * however it dies, so a folder is never left locked.
 */
public final class FolderLock implements AutoCloseable {
    private static final String FILE_NAME = "in-use-by.pid";
    /** The lock covers a byte far behind the text, so that others can still read who holds it on every system. */
    private static final long LOCKED_BYTE = 1_000;

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Locks a data folder, as {@link #acquire(String, Path)} does. */
    public static FolderLock acquire(Path dataFolder) {
        return acquire("data folder", dataFolder);
    }

    /**
     * Creates the folder where it is missing and locks it.
     *
     * @param kind what errors call it, for instance "data folder"
     * @throws BrokerStartException when another process (or another part of this one) holds it, or it cannot be written
     */
    public static FolderLock acquire(String kind, Path folder) {
        try {
            Files.createDirectories(folder);
            return acquireFile(kind, folder, folder.resolve(FILE_NAME));
        } catch (IOException cannotWrite) {
            throw new BrokerStartException(
                    kind + " " + folder.toAbsolutePath().normalize()
                            + " cannot be written: choose a folder that this user may write to (" + cannotWrite + ")",
                    cannotWrite);
        }
    }

    private static FolderLock acquireFile(String kind, Path folder, Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (!locks(channel)) {
                throw new BrokerStartException(kind + " "
                        + folder.toAbsolutePath().normalize() + " is in use by process "
                        + Files.readString(file).strip()
                        + ": stop that process or choose another folder");
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(
                    (ProcessHandle.current().pid() + System.lineSeparator()).getBytes(StandardCharsets.US_ASCII)));
            return new FolderLock(channel);
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    private static boolean locks(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    /** Frees the folder. The file stays: deleting it would let two processes lock two files of one name. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
