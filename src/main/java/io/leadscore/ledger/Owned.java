package io.leadscore.ledger;

import com.zaxxer.hikari.HikariDataSource;
import io.leadscore.door.Owner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
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
    private final Durability durability;
    private final Role role;
    private final Path place;
    private final Set<Guest> guests = ConcurrentHashMap.newKeySet();
    private boolean closing;

    private Owned(HomeFolder home, OwnerLock lock, Connection anchor, HikariDataSource pool, Role role)
            throws IOException, SQLException {
        this.home = home;
        this.lock = lock;
        this.anchor = anchor;
        this.pool = pool;
        this.durability = StoredCommits.of(anchor);
        this.role = role;
        this.place = home.folder().toRealPath();
    }

    /** Opens the file. The lock is given back if that fails. */
    static Owned open(HomeFolder home, OwnerLock lock, LedgerSettings settings, Role role)
            throws IOException, SQLException {
        Connection anchor = null;
        HikariDataSource pool = null;
        try {
            OwnerOnly.write(
                    home.ownerFile(),
                    new Owner(ProcessHandle.current().pid(), role.told().name()).text());
            EncryptionKey key = EncryptionKey.findOrCreate(home, settings.encryptionKey());
            LedgerFile file = new LedgerFile(home, key, SchemaVersion.of(Dialect.H2));
            anchor = role == Role.READ ? file.openToRead() : null;
            if (anchor == null) {
                anchor = file.open(Housekeeping.options(role));
            }
            Housekeeping.begin(role, anchor);
            OwnerOnly.protect(home.databaseFile());
            pool = Pool.open(file.url(), EncryptedFile.USER, key.password(), new Properties());
            Owned owned = new Owned(home, lock, anchor, pool, role);
            IN_THIS_PROCESS.put(owned.place, owned);
            return owned;
        } catch (IOException | SQLException | RuntimeException failure) {
            if (pool != null) {
                pool.close();
            }
            if (anchor != null) {
                EncryptedFile.shutDown(anchor);
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
    synchronized @Nullable Opened guest(LedgerSettings settings, Role role) throws IOException, SQLException {
        if (closing) {
            return null;
        }
        EncryptionKey key = EncryptionKey.find(home, settings.encryptionKey());
        EncryptedFile file = new EncryptedFile(home.database(), key);
        // The pool would retry for half a minute where one attempt tells.
        file.connect("").close();
        Guest guest =
                new Guest(this, role, Pool.open(file.url(), EncryptedFile.USER, key.password(), new Properties()));
        guests.add(guest);
        return guest;
    }

    private synchronized void leave(Guest guest) {
        guests.remove(guest);
        notifyAll();
    }

    /** A command of this process that is not its owner's own. */
    private record Guest(Owned host, Role role, HikariDataSource pool) implements Opened {

        @Override
        public Dialect dialect() {
            return Dialect.H2;
        }

        @Override
        public Durability durability() {
            return host.durability;
        }

        @Override
        public boolean isOwner() {
            return false;
        }

        /** What a person was told to be done is on the disk. */
        @Override
        public void close() {
            try {
                if (role != Role.READ) {
                    host.durability.force();
                }
            } finally {
                pool.close();
                host.leave(this);
            }
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
    public Durability durability() {
        return durability;
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
            Housekeeping.end(role, anchor);
            EncryptedFile.shutDown(anchor);
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
}
