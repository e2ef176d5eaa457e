package io.leadscore.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.RandomAccessStore;

/**
 * Commits of a database file. H2 keeps them in memory for up to half a second after they returned, and stores them in
 * order: a kill takes the last ones. Its {@code CHECKPOINT SYNC} comes back early when another thread's store is still
 * waiting to be written; this waits for that one, too.
 *
 * <p>What was written must also be found again. Until H2 2.5.252 at least, {@code FileStore.storeBuffer} remembers a chunk
 * as the last one only after {@code writeChunk}, which therefore writes a header that names the chunk before. Where room
 * inside the file is used again, nothing leads on from that one, and after a kill the file opens as it was up to twenty
 * chunks ago. So the header is written once more here.
 */
final class StoredCommits implements Durability {

    /** Of pages in memory: as much as most databases of an account hold. */
    private static final long MOST_KILOBYTES = 1 << 20;

    private static final Method WRITE_HEADER = writeHeader();

    private final MVStore store;

    private StoredCommits(MVStore store) {
        this.store = store;
    }

    /** Those of the database that this connection, of this process, has open. */
    static StoredCommits of(Connection connection) throws SQLException {
        SessionLocal session =
                (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return new StoredCommits(session.getDatabase().getStore().getMvStore());
    }

    @Override
    public void force() {
        try {
            store.commit();
            // Runs after everything that was handed over to be written, by whomever.
            store.executeFilestoreOperation(this::nameTheLastChunk);
            store.sync();
        } catch (MVStoreException failure) {
            throw StorageFailures.whileStoring(failure);
        }
    }

    private void nameTheLastChunk() {
        try {
            WRITE_HEADER.invoke(store.getFileStore());
        } catch (IllegalAccessException | InvocationTargetException refused) {
            throw new IllegalStateException("The header of the database file cannot be written", refused);
        }
    }

    private static Method writeHeader() {
        try {
            Method method = RandomAccessStore.class.getDeclaredMethod("writeStoreHeader");
            method.setAccessible(true);
            return method;
        } catch (NoSuchMethodException otherVersion) {
            throw new IllegalStateException("This version of H2 writes its header in another way", otherVersion);
        }
    }

    /** Keeps so many bytes of pages decrypted in memory, until the database is closed. */
    void keepPages(long bytes) {
        store.setCacheSize(Math.toIntExact(Math.min(bytes >> 10, MOST_KILOBYTES)));
    }

    /**
     * Moves what lives in the file together, so that the file shrinks. Stops soon after so many milliseconds.
     *
     * @param worthwhile share of the file, in percent, that must be dead
     */
    void compact(int worthwhile, int milliseconds) {
        int filled = store.getFillRate() * store.getFileStore().getChunksFillRate() / 100;
        if (100 - filled >= worthwhile) {
            store.compactFile(milliseconds);
        }
    }
}
