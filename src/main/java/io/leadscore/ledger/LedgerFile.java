package io.leadscore.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database file of a home. A new one is made aside and put in its place when it is whole; one with older tables is
 * brought up to date in a copy, which takes its place when it is whole. Whenever the process is killed, the file in place
 * is one that opens. Only for the owner of the file.
 */
final class LedgerFile {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerFile.class);

    private static final String READ_ONLY = ";ACCESS_MODE_DATA=r";

    /** A first start that an earlier version of this program did not finish left less than so many bytes behind. */
    private static final long UNFINISHED = 4L << 20;

    private final HomeFolder home;
    private final EncryptionKey key;
    private final SchemaVersion version;
    private final EncryptedFile inPlace;
    private final EncryptedFile aside;

    LedgerFile(HomeFolder home, EncryptionKey key, SchemaVersion version) {
        this.home = home;
        this.key = key;
        this.version = version;
        this.inPlace = new EncryptedFile(home.database(), key);
        this.aside = new EncryptedFile(home.newDatabase(), key);
    }

    /** The address of the database for further connections. */
    String url() {
        return inPlace.url();
    }

    /**
     * Opens the database with all its tables.
     *
     * @param options more of H2's, each with a semicolon before it
     * @return a connection that keeps it open
     * @throws LedgerException when the tables are newer than this program, or cannot be brought up to date
     */
    Connection open(String options) throws IOException, SQLException {
        boolean interrupted = removeLeftovers();
        if (!home.hasDatabase()) {
            tellThatItBegins(interrupted);
            make();
        } else if (interrupted) {
            LOG.warn(
                    "An upgrade of the database was interrupted; it is as it was before, and the upgrade begins again.");
        }
        if (Files.size(inPlace.path()) <= HomeFolder.HEADERS || Wholeness.isPartMissing(inPlace)) {
            throw SqlFailures.damaged(home, null);
        }
        Connection connection = inPlace.connect(options);
        RowCounts rows = null;
        String there = null;
        try {
            if (version.standing(connection) == SchemaVersion.Standing.OLDER) {
                rows = RowCounts.of(connection);
                there = SchemaVersion.there(connection);
                EncryptedFile.shutDown(connection);
            }
        } catch (SQLException | RuntimeException failure) {
            EncryptedFile.shutDown(connection);
            throw failure;
        }
        if (rows == null) {
            rememberKey();
            return connection;
        }
        bringUpToDate(there, rows);
        return open(options);
    }

    /**
     * Opens the database without changing a byte of it.
     *
     * @return a connection that keeps it open; null when something is to be done or told first, which {@link #open} does
     * @throws LedgerException when the tables are newer than this program
     */
    @Nullable
    Connection openToRead() throws IOException, SQLException {
        if (Files.exists(aside.path()) || !home.hasDatabase() || Files.size(inPlace.path()) <= HomeFolder.HEADERS) {
            return null;
        }
        // Asked first, because H2 keeps a damaged file locked that it could not open.
        if (!Wholeness.isCleanlyClosed(inPlace)) {
            return null;
        }
        Connection connection = inPlace.connect(READ_ONLY);
        boolean inOrder = false;
        try {
            inOrder = version.standing(connection) == SchemaVersion.Standing.SAME;
        } finally {
            if (!inOrder) {
                EncryptedFile.shutDown(connection);
            }
        }
        return inOrder ? connection : null;
    }

    private void bringUpToDate(@Nullable String there, RowCounts rows) throws IOException, SQLException {
        // Files that this version made are whole from the beginning on; it left a check beside each.
        boolean unfinished =
                rows.areZero() && !Files.exists(home.checkFile()) && Files.size(inPlace.path()) <= UNFINISHED;
        if (unfinished) {
            LOG.warn(
                    "The database in {} was never finished, and holds nothing; a new one takes its place.",
                    home.folder());
            make();
        } else if (there == null) {
            throw SqlFailures.damaged(home, null);
        } else {
            new Upgrade(home, inPlace, aside, version).run(there, rows);
        }
    }

    /** What a killed process left aside. */
    private boolean removeLeftovers() throws IOException {
        boolean found = Files.deleteIfExists(aside.path());
        Files.deleteIfExists(aside.database().resolveSibling(aside.database().getFileName() + ".trace.db"));
        return found;
    }

    private void tellThatItBegins(boolean interrupted) throws IOException {
        if (interrupted) {
            LOG.warn("The first start was interrupted; it begins again.");
        } else if (home.hadDatabase()) {
            Path kept = home.keptCopy();
            LOG.warn(
                    "{} is {} although {} was used before: a new ledger begins, without the history and the learnt weights"
                            + " of the old one. {}",
                    inPlace.path(),
                    Files.exists(inPlace.path()) ? "empty" : "missing",
                    home.folder(),
                    kept == null
                            ? "If you have a copy of it, stop Leadscore and put it there."
                            : "If that is not wanted, stop Leadscore and put " + kept.getFileName() + " there.");
        }
    }

    private void rememberKey() {
        try {
            new KeyCheck(home.checkFile()).remember(key);
        } catch (IOException notNow) {
            // On a full disk, say; the next opening remembers it.
            LOG.debug("{} cannot be written", home.checkFile(), notNow);
        }
    }

    private void make() throws IOException, SQLException {
        Connection connection = aside.connect("");
        try {
            OwnerOnly.protect(aside.path());
            version.migrate(new PlainConnections(aside));
        } finally {
            EncryptedFile.shutDown(connection);
        }
        StableStorage.replace(aside.path(), inPlace.path());
    }

    /** Not a word about the key. */
    @Override
    public String toString() {
        return inPlace.toString();
    }
}
