package io.leadscore.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Commits of a database file. H2 keeps them in memory for up to half a second after they returned, and stores them in
 * order: a kill takes the last ones. Its {@code CHECKPOINT SYNC} comes back early when another thread's store is still
 * waiting to be written; this waits for that one, too.
 */
final class StoredCommits implements Durability {

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
            store.executeFilestoreOperation(() -> {});
            store.sync();
        } catch (MVStoreException failure) {
            throw StorageFailures.whileStoring(failure);
        }
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
