package io.leadscore.ledger;

import com.zaxxer.hikari.pool.HikariPool;
import io.leadscore.door.Owner;
import io.leadscore.door.Trust;
import io.leadscore.ledger.LedgerException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The open database of the ledger, with all its tables.
 *
 * <p>A PostgreSQL server is simply connected to. A database file is opened by one process, the owner. Within that
 * process others may open it as well, which share it; other processes have the owner do what they want. If the owner
 * dies, whoever comes next is the owner.
 *
 * <p>Thread-safe. To be closed after everything that uses it.
 */
public final class LedgerDatabase implements AutoCloseable {

    /** How long to wait for a short command to be done, or for an owner to get ready. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Opened opened;
    private final String id;
    private final @Nullable String url;

    private LedgerDatabase(Opened opened, String id, @Nullable String url) {
        this.opened = opened;
        this.id = id;
        this.url = url;
    }

    /**
     * Opens the database, makes it if there is none, and brings its tables up to date.
     *
     * @throws LedgerException when that is not possible: {@link Kind#BUSY} for a server beside another owner that is
     *     no short command, {@link Kind#OWNED} for anything else beside an owner in another process
     */
    public static LedgerDatabase open(LedgerSettings settings, Role role) {
        String id = "leadscore-" + UUID.randomUUID().toString().substring(0, 13);
        try {
            return new LedgerDatabase(
                    settings.url() == null ? file(settings, role) : PostgresAccess.connect(settings, id),
                    id,
                    settings.url());
        } catch (IOException failure) {
            LedgerException full = LedgerException.ofDisk(failure);
            if (full != null) {
                throw full;
            }
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

    /** Whether this opening is the one that the file belongs to, so that other processes must turn to this one. */
    public boolean isOwner() {
        return opened.isOwner();
    }

    /** Tells this process from every other; a server's connections carry it as their name. */
    String id() {
        return id;
    }

    /** The server's; null for a file. */
    @Nullable
    String url() {
        return url;
    }

    Dialect dialect() {
        return opened.dialect();
    }

    /** Puts on the disk what was committed. */
    Durability durability() {
        return opened.durability();
    }

    @Override
    public void close() {
        opened.close();
    }

    private static Opened file(LedgerSettings settings, Role role) throws IOException, SQLException {
        HomeFolder home = new HomeFolder(settings.home());
        if (role.isShort() && !Files.exists(home.folder())) {
            throw new LedgerException(
                    Kind.NO_LEDGER,
                    "There is no folder " + home.folder() + ", in which the database would be.",
                    "If yours is elsewhere, name its folder with --home or LEAD_SCORE_HOME; scripts/leadscore run"
                            + " delta-scoring makes a new one.",
                    null);
        }
        OwnerOnly.folder(home.folder());
        Trust.ofThisProcess().tighten(home.folder());
        Patience patience = new Patience(PATIENCE);
        do {
            OwnerLock lock = OwnerLock.tryAcquire(home.lockFile());
            if (lock != null) {
                return Owned.open(home, lock, settings, role);
            }
            Owned here = Owned.inThisProcess(home);
            Opened guest = here == null || role == Role.SERVE ? null : here.guest(settings, role);
            if (guest != null) {
                return guest;
            }
            if (here == null || role == Role.SERVE) {
                refuseBesideLasting(home, role);
            }
        } while (patience.waitABit());
        throw busy(Kind.BUSY, home, Owner.read(home.ownerFile()));
    }

    /** A short command is over soon; whoever lasts carries out what others want, but is no second server. */
    private static void refuseBesideLasting(HomeFolder home, Role role) throws IOException {
        Owner owner = Owner.read(home.ownerFile());
        if (owner != null && !owner.role().equals(Role.SHORT.name())) {
            throw busy(role == Role.SERVE ? Kind.BUSY : Kind.OWNED, home, owner);
        }
    }

    private static LedgerException busy(Kind kind, HomeFolder home, @Nullable Owner owner) {
        String sentence = "The database in " + home.folder() + " is in use by ";
        if (owner != null && owner.isStopped() && kind == Kind.BUSY) {
            return new LedgerException(
                    Kind.OWNER_STOPPED,
                    sentence + owner + ", which was stopped.",
                    "Let it go on: kill -CONT " + owner.pid() + "; or end it: kill -KILL " + owner.pid() + ".",
                    null);
        }
        return new LedgerException(
                kind,
                sentence + (owner == null ? "another process" : owner) + ".",
                "Wait until it is done, or stop it.",
                null);
    }
}
