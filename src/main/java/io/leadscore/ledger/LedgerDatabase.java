package io.leadscore.ledger;

import com.zaxxer.hikari.pool.HikariPool;
import io.leadscore.ledger.LedgerException.Kind;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The open database of the ledger, with all its tables.
 *
 * <p>A PostgreSQL server is simply connected to. A database file is opened by one process, the owner, which serves it on
 * the loopback interface to every other process that has the key, so that each command works beside a running server. If
 * the owner dies, whoever comes next is the owner.
 *
 * <p>Thread-safe. To be closed after everything that uses it.
 */
public final class LedgerDatabase implements AutoCloseable {

    /** How long to wait for a short command to be done, or for an owner to get ready. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Opened opened;
    private final String id;

    private LedgerDatabase(Opened opened, String id) {
        this.opened = opened;
        this.id = id;
    }

    /**
     * Opens the database, makes it if there is none, and brings its tables up to date.
     *
     * @throws LedgerException when that is not possible: {@link Kind#BUSY} for a server beside another owner that is
     *     no short command
     */
    public static LedgerDatabase open(LedgerSettings settings, Role role) {
        String id = "leadscore-" + UUID.randomUUID().toString().substring(0, 13);
        try {
            return new LedgerDatabase(
                    settings.url() == null ? file(settings, role) : PostgresAccess.connect(settings, id), id);
        } catch (IOException failure) {
            throw new LedgerException(
                    Kind.UNREACHABLE,
                    "The folder " + settings.home() + " of the database cannot be used: "
                            + failure.getClass().getSimpleName() + ".",
                    "Check LEAD_SCORE_HOME and the permissions of that folder.",
                    failure);
        } catch (SQLException failure) {
            throw SqlFailures.translate(settings, failure);
        } catch (HikariPool.PoolInitializationException failure) {
            throw SqlFailures.translate(settings, SqlFailures.sqlCause(failure));
        }
    }

    /** Connections to the database. */
    public DataSource dataSource() {
        return opened.pool();
    }

    /** Whether other processes reach the database through this one. */
    public boolean isOwner() {
        return opened.isOwner();
    }

    /** Tells this process from every other; a server's connections carry it as their name. */
    String id() {
        return id;
    }

    Dialect dialect() {
        return opened.dialect();
    }

    @Override
    public void close() {
        opened.close();
    }

    private static Opened file(LedgerSettings settings, Role role) throws IOException, SQLException {
        H2Access.prepare();
        HomeFolder home = new HomeFolder(settings.home());
        OwnerOnly.folder(home.folder());
        Patience patience = new Patience(PATIENCE);
        Owner owner = null;
        do {
            OwnerLock lock = OwnerLock.tryAcquire(home.lockFile());
            if (lock != null) {
                return Owned.open(home, lock, settings, role);
            }
            owner = Owner.read(home.ownerFile());
            if (owner != null && role != Role.SHORT && owner.role() == Role.SHORT) {
                continue;
            }
            if (owner != null && role == Role.SERVE) {
                break;
            }
            Opened guest = owner == null ? null : guest(home, owner, settings);
            if (guest != null) {
                return guest;
            }
        } while (patience.waitABit());
        throw busy(home, owner);
    }

    /** Comes in through the owner; null when it is gone, or going. */
    private static @Nullable Opened guest(HomeFolder home, Owner owner, LedgerSettings settings)
            throws IOException, SQLException {
        try {
            return new Connected(
                    H2Access.connect(owner, EncryptionKey.find(home, settings.encryptionKey())), Dialect.H2);
        } catch (SQLException failure) {
            if (SqlFailures.isGone(failure)) {
                return null;
            }
            throw failure;
        }
    }

    private static LedgerException busy(HomeFolder home, @Nullable Owner owner) {
        String who = owner == null ? "another process" : "process " + owner.pid() + " (" + owner.role() + ")";
        return new LedgerException(
                Kind.BUSY,
                "The database in " + home.folder() + " is in use by " + who + ".",
                "Wait until it is done, or stop it.",
                null);
    }
}
