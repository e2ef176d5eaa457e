package io.leadscore.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The right to open the database file, held by one process at a time until it gives it back or dies. Thread-safe.
 *
 * <p>The operating system forgets a process's lock as soon as the process closes the file anywhere, so that a process
 * which has it must not even open the file again.
 */
final class OwnerLock implements AutoCloseable {

    private static final Set<Path> HELD = new HashSet<>();

    private final FileChannel channel;
    private final Path place;

    private OwnerLock(FileChannel channel, Path place) {
        this.channel = channel;
        this.place = place;
    }

    /** Takes the lock; null when somebody else has it, be it in this process or in another one. */
    static @Nullable OwnerLock tryAcquire(Path file) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
        Path place = folder.toRealPath().resolve(file.getFileName());
        synchronized (HELD) {
            if (HELD.contains(place)) {
                return null;
            }
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = null;
            try {
                lock = channel.tryLock();
            } finally {
                if (lock == null) {
                    channel.close();
                }
            }
            if (lock == null) {
                return null;
            }
            HELD.add(place);
            return new OwnerLock(channel, place);
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (HELD) {
            if (channel.isOpen()) {
                HELD.remove(place);
                channel.close();
            }
        }
    }
}
