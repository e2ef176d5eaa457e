package io.leadscore.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * Room on the disk of a home.
 *
 * @param free bytes that this process may still write
 * @param database bytes of the database file; 0 when there is none
 * @param writable whether a file could be written just now
 */
public record DiskSpace(long free, long database, boolean writable) {

    private static final long LEAST = 1L << 30;
    private static final int PROBE = 64 * 1024;
    private static final long MEGABYTE = 1L << 20;

    /** Looks, and writes a small file that is deleted again. The home must exist. */
    public static DiskSpace of(LedgerSettings settings) throws IOException {
        HomeFolder home = new HomeFolder(settings.home());
        Path file = home.databaseFile();
        long free = Files.getFileStore(home.folder()).getUsableSpace();
        return new DiskSpace(free, Files.exists(file) ? Files.size(file) : 0, probe(home.folder()));
    }

    /** So much should be free: for an upgrade's copy, and for what a run writes before it is compacted. */
    public long wanted() {
        return Math.max(LEAST, 2 * database);
    }

    /** Bytes for people. */
    public static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,d MB", (bytes + MEGABYTE - 1) / MEGABYTE);
    }

    private static boolean probe(Path folder) throws IOException {
        Path probe = folder.resolve("leadscore.probe");
        try (FileChannel channel = FileChannel.open(
                probe,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.DELETE_ON_CLOSE)) {
            ByteBuffer bytes = ByteBuffer.allocate(PROBE);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
            return true;
        } catch (IOException refused) {
            if (StorageFailures.isDiskFull(refused)) {
                return false;
            }
            throw refused;
        } finally {
            Files.deleteIfExists(probe);
        }
    }
}
