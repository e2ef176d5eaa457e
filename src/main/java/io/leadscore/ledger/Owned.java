package io.leadscore.ledger;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.h2.tools.Server;

/**
 * The database file, opened by this process and served to the others of this machine. One connection outside the pool
 * keeps it open; it is shut down by {@link #close} and not by H2's own shutdown hook, which would close it under a
 * running job.
 */
final class Owned implements Opened {

    /** How long the database stays open, after its owner is done, for commands that came in through it. */
    private static final Duration COURTESY = Duration.ofSeconds(5);

    private final HomeFolder home;
    private final OwnerLock lock;
    private final Connection anchor;
    private final Server server;
    private final HikariDataSource pool;

    private Owned(HomeFolder home, OwnerLock lock, Connection anchor, Server server, HikariDataSource pool) {
        this.home = home;
        this.lock = lock;
        this.anchor = anchor;
        this.server = server;
        this.pool = pool;
    }

    /** Opens the file and lets others in. The lock is given back if that fails. */
    static Owned open(HomeFolder home, OwnerLock lock, LedgerSettings settings, Role role)
            throws IOException, SQLException {
        Connection anchor = null;
        Server server = null;
        HikariDataSource pool = null;
        try {
            Files.deleteIfExists(home.ownerFile());
            String password =
                    EncryptionKey.findOrCreate(home, settings.encryptionKey()).password();
            String url = "jdbc:h2:file:" + home.database() + H2Access.OPTIONS + ";DB_CLOSE_ON_EXIT=FALSE";
            anchor = DriverManager.getConnection(url, H2Access.USER, password);
            OwnerOnly.protect(home.databaseFile());
            pool = Pool.open(url, H2Access.USER, password, new Properties());
            SchemaVersion.ensure(pool, Dialect.H2);
            server = H2Access.serve(home);
            new Owner(server.getPort(), ProcessHandle.current().pid(), role).write(home.ownerFile());
            return new Owned(home, lock, anchor, server, pool);
        } catch (IOException | SQLException | RuntimeException failure) {
            if (server != null) {
                server.stop();
            }
            if (pool != null) {
                pool.close();
            }
            if (anchor != null) {
                shutDown(anchor);
            }
            lock.close();
            throw failure;
        }
    }

    @Override
    public HikariDataSource pool() {
        return pool;
    }

    @Override
    public Dialect dialect() {
        return Dialect.H2;
    }

    @Override
    public boolean isOwner() {
        return true;
    }

    /** Lets nobody in any more, waits a little for those who are, and shuts the database down. */
    @Override
    public void close() {
        try (lock) {
            Files.deleteIfExists(home.ownerFile());
            pool.close();
            awaitGuests();
            server.stop();
            shutDown(anchor);
        } catch (IOException failure) {
            throw new UncheckedIOException("The ledger's files in " + home.folder() + " cannot be changed", failure);
        } catch (SQLException failure) {
            throw new IllegalStateException("The database in " + home.folder() + " cannot be shut down", failure);
        }
    }

    private void awaitGuests() throws SQLException {
        Patience patience = new Patience(COURTESY);
        try (Statement statement = anchor.createStatement()) {
            while (hasGuests(statement) && patience.waitABit()) {}
        }
    }

    private static boolean hasGuests(Statement statement) throws SQLException {
        try (var count = statement.executeQuery(
                "SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS WHERE CLIENT_ADDR IS NOT NULL")) {
            return count.next() && count.getInt(1) > 0;
        }
    }

    private static void shutDown(Connection anchor) throws SQLException {
        try (anchor;
                Statement statement = anchor.createStatement()) {
            statement.execute("SHUTDOWN");
        }
    }
}
