package io.leadscore.hubspot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The table of calls in a mapped file, which the operating system keeps also when the process is killed, and which
 * processes alive at once share. Readable by its owner only.
 */
final class BudgetFile implements BudgetStorage {

    /** A process that holds the lock longer is stopped or gone; it must not stop us as well. */
    private static final long PATIENCE_NANOS = Duration.ofSeconds(1).toNanos();

    /** The operating system's lock excludes processes only, so threads of this one exclude each other first. */
    private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

    /** How often each file is open here. */
    private static final Map<Path, Integer> OPEN = new ConcurrentHashMap<>();

    private final Path file;
    private final boolean openAlready;
    private final FileChannel channel;
    private final MappedByteBuffer bytes;
    private final boolean damaged;
    private @Nullable FileLock held;

    private BudgetFile(Path file, FileChannel channel, MappedByteBuffer bytes, boolean damaged) {
        this.file = file;
        this.openAlready = OPEN.merge(file, 1, Integer::sum) > 1;
        this.channel = channel;
        this.bytes = bytes;
        this.damaged = damaged;
    }

    /**
     * Opens the file, made anew when there is none.
     *
     * @throws UncheckedIOException when it cannot be read and written
     */
    static BudgetFile open(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            boolean posix = Files.getFileStore(folder == null ? file : folder).supportsFileAttributeView("posix");
            FileAttribute<?>[] ownerOnly = posix
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                    }
                    : new FileAttribute<?>[0];
            FileChannel channel = FileChannel.open(
                    file,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    ownerOnly);
            try {
                long found = channel.size();
                boolean damaged = found != 0 && found != BudgetTable.SIZE;
                // Never truncated: another process may have it mapped, and would be killed by that.
                MappedByteBuffer bytes = channel.map(FileChannel.MapMode.READ_WRITE, 0, BudgetTable.SIZE);
                return new BudgetFile(file.toRealPath(), channel, bytes, damaged);
            } catch (IOException | RuntimeException exception) {
                channel.close();
                throw exception;
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    @Override
    public ByteBuffer bytes() {
        return bytes;
    }

    @Override
    public boolean damaged() {
        return damaged;
    }

    @Override
    @SuppressWarnings("LockNotBeforeTry") // unlock() is the other half
    public void lock() {
        IN_THIS_PROCESS.lock();
        long start = System.nanoTime();
        try {
            // Not lock(): an interrupt during that call would close the channel for every thread.
            while ((held = channel.tryLock()) == null && System.nanoTime() - start < PATIENCE_NANOS) {
                LockSupport.parkNanos(100_000);
            }
        } catch (IOException exception) {
            held = null; // no lock to be had here: go on without, as a single process can
        }
    }

    @Override
    public void unlock() {
        try {
            if (held != null) {
                held.release();
            }
        } catch (IOException exception) {
            held = null; // the channel is gone, and the lock with it
        } finally {
            held = null;
            IN_THIS_PROCESS.unlock();
        }
    }

    @Override
    public boolean isOpenAlready() {
        return openAlready;
    }

    @Override
    public void close() {
        OPEN.computeIfPresent(file, (path, times) -> times > 1 ? times - 1 : null);
        try {
            channel.close();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
