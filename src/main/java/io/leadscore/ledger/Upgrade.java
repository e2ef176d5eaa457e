package io.leadscore.ledger;

import io.leadscore.ledger.LedgerException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a closed database file up to date: copies it, proves the copy, runs the scripts on the copy and puts it in the
 * file's place. The file as it was is kept under another name until the next upgrade.
 */
final class Upgrade {

    private static final Logger LOG = LoggerFactory.getLogger(Upgrade.class);

    /** Scripts may rewrite tables, which takes room beside the copy. */
    private static final double ROOM = 1.5;

    private final HomeFolder home;
    private final EncryptedFile inPlace;
    private final EncryptedFile aside;
    private final SchemaVersion version;

    Upgrade(HomeFolder home, EncryptedFile inPlace, EncryptedFile aside, SchemaVersion version) {
        this.home = home;
        this.inPlace = inPlace;
        this.aside = aside;
        this.version = version;
    }

    /**
     * Does it.
     *
     * @param from the version of the tables that are there
     * @param rows what is in them
     * @throws LedgerException when it fails; then the file is as it was
     */
    void run(String from, RowCounts rows) throws IOException, SQLException {
        requireRoom();
        try {
            Files.copy(inPlace.path(), aside.path());
            OwnerOnly.protect(aside.path());
            if (Files.mismatch(inPlace.path(), aside.path()) >= 0) {
                throw failed(from, "its copy is not the same", null);
            }
            migrate(from, rows);
            Path kept = keep(from);
            StableStorage.replace(aside.path(), inPlace.path());
            dropOlder(kept);
            LOG.warn(
                    "The database was brought from version {} of the tables to {}; as it was before, it is kept in {}.",
                    from,
                    version.number(),
                    kept);
        } finally {
            Files.deleteIfExists(aside.path());
        }
    }

    private void requireRoom() throws IOException {
        long needed = (long) (ROOM * Files.size(inPlace.path()));
        long free = Files.getFileStore(home.folder()).getUsableSpace();
        if (free < needed) {
            throw new LedgerException(
                    Kind.UNREACHABLE,
                    "The database must be upgraded, which takes " + DiskSpace.megabytes(needed)
                            + " on the disk of LEAD_SCORE_HOME, where " + DiskSpace.megabytes(free) + " are free.",
                    "Make room there, and start again; nothing was changed.",
                    null);
        }
    }

    private void migrate(String from, RowCounts rows) throws SQLException {
        Connection connection = aside.connect("");
        try {
            if (!RowCounts.of(connection).equals(rows)) {
                throw failed(from, "its copy has not the same rows", null);
            }
            version.migrate(new PlainConnections(aside));
        } catch (FlywayException refused) {
            if (StorageFailures.isDamage(refused)) {
                throw SqlFailures.damaged(home, refused);
            }
            throw failed(from, "a script failed", refused);
        } finally {
            EncryptedFile.shutDown(connection);
        }
    }

    /** Keeps the file as it is under another name: at no moment is there none in place. */
    private Path keep(String from) throws IOException {
        Path kept = home.keptFile(from);
        Files.deleteIfExists(kept);
        try {
            Files.createLink(kept, inPlace.path());
        } catch (UnsupportedOperationException | IOException noLinksHere) {
            Files.copy(inPlace.path(), kept);
            OwnerOnly.protect(kept);
            StableStorage.force(kept);
        }
        return kept;
    }

    private void dropOlder(Path kept) throws IOException {
        List<Path> older = home.keptCopies();
        for (Path copy : older) {
            if (!copy.equals(kept)) {
                Files.delete(copy);
            }
        }
    }

    private LedgerException failed(String from, String why, @Nullable Exception cause) {
        return new LedgerException(
                Kind.UNREACHABLE,
                "The database could not be brought from version " + from + " of the tables to " + version.number()
                        + ": " + why + ".",
                "Nothing was changed; go on with the earlier version of Leadscore. The log says why.",
                cause);
    }
}
