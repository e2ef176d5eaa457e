package io.leadscore.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/**
 * Brings the tables up to date. Flyway costs about half a second even when there is nothing to do, so that it is asked
 * only when its own history table does not say that the newest version is there.
 */
final class SchemaVersion {

    /** The newest of the scripts in {@code sql/}; a test compares the two. */
    static final String NEWEST = "10";

    private static final String HISTORY = "flyway_schema_history";

    private SchemaVersion() {}

    /**
     * Migrates if need be.
     *
     * @throws LedgerException when the tables are newer than this program
     */
    static void ensure(DataSource dataSource, Dialect dialect) throws SQLException {
        String current = current(dataSource);
        int order = current == null
                ? -1
                : MigrationVersion.fromVersion(current).compareTo(MigrationVersion.fromVersion(NEWEST));
        if (order > 0) {
            throw new LedgerException(
                    LedgerException.Kind.NEWER_SCHEMA,
                    "The database has version " + current + " of the tables, this program knows " + NEWEST + ".",
                    "Use the newer version of Leadscore, or another LEAD_SCORE_HOME.",
                    null);
        }
        if (order < 0) {
            Flyway.configure()
                    .dataSource(dataSource)
                    .locations(dialect.migrations(), "classpath:sql/common")
                    .table(HISTORY)
                    .load()
                    .migrate();
        }
    }

    private static @Nullable String current(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                ResultSet tables = connection.getMetaData().getTables(null, null, HISTORY, null)) {
            return tables.next() ? newest(connection) : null;
        }
    }

    private static @Nullable String newest(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet versions = statement.executeQuery(
                        "SELECT \"version\" FROM \"" + HISTORY
                                + "\" WHERE \"success\" AND \"version\" IS NOT NULL ORDER BY \"installed_rank\" DESC LIMIT 1")) {
            return versions.next() ? versions.getString(1) : null;
        }
    }
}
