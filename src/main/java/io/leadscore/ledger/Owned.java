package io.leadscore.ledger;

import com.zaxxer.hikari.HikariDataSource;
import io.leadscore.door.Owner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The database file, opened by this process, for itself and for the commands that it carries out for others, which come
 * in as guests. One connection outside the pools keeps it open; it is shut down by {@link #close} and not by H2's own
 * shutdown hook, which would close it under a running job. Thread-safe.
 */
final class Owned implements Opened {

    /** How long the database stays open, after its owner is done, for guests to come to an end. */
    private static final Duration COURTESY = Duration.ofSeconds(30);

    /** What this process has open, as the operating system's lock excludes other processes only. */
    private static final Map<Path, Owned> IN_THIS_PROCESS = new ConcurrentHashMap<>();

    private final HomeFolder home;
    private final OwnerLock lock;
    private final Connection anchor;
    private final HikariDataSource pool;
    private final Path place;
    private final Set<Guest> guests = ConcurrentHashMap.newKeySet();
    private boolean closing;

    private Owned(HomeFolder home, OwnerLock lock, Connection anchor, HikariDataSource pool) throws IOException {
        this.home = home;
        this.lock = lock;
        this.anchor = anchor;
        this.pool = pool;
        this.place = home.folder().toRealPath();
    }

    /** Opens the file. The lock is given back if that fails. */
    static Owned open(HomeFolder home, OwnerLock lock, LedgerSettings settings, Role role)
            throws IOException, SQLException {
        Connection anchor = null;
        HikariDataSource pool = null;
        try {
            OwnerOnly.write(home.ownerFile(), new Owner(ProcessHandle.current().pid(), role.name()).text());
            String password =
                    EncryptionKey.findOrCreate(home, settings.encryptionKey()).password();
            String url = H2Access.url(home);
            anchor = DriverManager.getConnection(url, H2Access.USER, password);
            OwnerOnly.protect(home.databaseFile());
            pool = Pool.open(url, H2Access.USER, password, new Properties());
            SchemaVersion.ensure(pool, Dialect.H2);
            Owned owned = new Owned(home, lock, anchor, pool);
            IN_THIS_PROCESS.put(owned.place, owned);
            return owned;
        } catch (IOException | SQLException | RuntimeException failure) {
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

    /** What this process has open in a home; null when it has nothing open there. */
    static @Nullable Owned inThisProcess(HomeFolder home) throws IOException {
        return IN_THIS_PROCESS.get(home.folder().toRealPath());
    }

    /**
     * Lets a guest in, with connections of its own; null when the database is being closed.
     *
     * @throws SQLException when the guest's key is not the right one
     */
    synchronized @Nullable Opened guest(LedgerSettings settings) throws IOException, SQLException {
        if (closing) {
            return null;
        }
        String password = EncryptionKey.find(home, settings.encryptionKey()).password();
        // The pool would retry for half a minute where one attempt tells.
        DriverManager.getConnection(H2Access.url(home), H2Access.USER, password).close();
        Guest guest = new Guest(this, Pool.open(H2Access.url(home), H2Access.USER, password, new Properties()));
        guests.add(guest);
        return guest;
    }

    private synchronized void leave(Guest guest) {
        guests.remove(guest);
        notifyAll();
    }

    /** A command of this process that is not its owner's own. */
    private record Guest(Owned host, HikariDataSource pool) implements Opened {

        @Override
        public Dialect dialect() {
            return Dialect.H2;
        }

        @Override
        public boolean isOwner() {
            return false;
        }

        @Override
        public void close() {
            pool.close();
            host.leave(this);
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
            pool.close();
            awaitGuests();
            shutDown(anchor);
            IN_THIS_PROCESS.remove(place, this);
            Files.deleteIfExists(home.ownerFile());
        } catch (IOException failure) {
            throw new UncheckedIOException("The ledger's files in " + home.folder() + " cannot be changed", failure);
        } catch (SQLException failure) {
            throw new IllegalStateException("The database in " + home.folder() + " cannot be shut down", failure);
        }
    }

    private synchronized void awaitGuests() {
        closing = true;
        long deadline = System.nanoTime() + COURTESY.toNanos();
        try {
            for (long left = COURTESY.toMillis(); !guests.isEmpty() && left > 0; ) {
                wait(left);
                left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        guests.forEach(guest -> guest.pool().close());
    }

    private static void shutDown(Connection anchor) throws SQLException {
        try (anchor;
                Statement statement = anchor.createStatement()) {
            statement.execute("SHUTDOWN");
        }
    }
}
