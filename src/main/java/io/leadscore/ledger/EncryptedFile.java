package io.leadscore.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A database file and the key that opens it.
 *
 * @param database what H2 calls it: its path without the ending
 * @param key its key
 */
record EncryptedFile(Path database, EncryptionKey key) {

    static final String USER = "leadscore";

    /**
     * Threads that wait for each other's rows wait up to 20 s. H2's own log would hold statements and their errors in
     * plain text beside the encrypted file. Its own shutdown hook would close the file under a running job. What is to be
     * compacted at the end, the file's owner says. Until H2 has counted what is in a table, which it does after 2,000 changes
     * unless told, it takes half of the rows for another account's and reads them all for each record that is asked for.
     */
    private static final String OPTIONS =
            ";CIPHER=AES;LOCK_TIMEOUT=20000;TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE;MAX_COMPACT_TIME=0;ANALYZE_AUTO=100";

    Path path() {
        return database.resolveSibling(database.getFileName() + HomeFolder.ENDING);
    }

    String url() {
        return "jdbc:h2:retry:" + database + OPTIONS;
    }

    /** Opens it, and makes it if there is none. It is open until all connections are closed, or {@link #shutDown}. */
    Connection connect(String more) throws SQLException {
        return DriverManager.getConnection(url() + more, USER, key.password());
    }

    /** Stores everything and closes the database, for all connections. */
    static void shutDown(Connection connection) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        }
    }

    /** Says which file, and not the key. */
    @Override
    public String toString() {
        return path().toString();
    }
}
