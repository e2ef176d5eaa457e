package io.leadscore.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/**
 * A version of the tables, and the scripts that make it. Flyway costs about half a second even when there is nothing to
 * do, so that it is asked only when its own history table does not say that the version is there.
 *
 * @param number of the newest script
 * @param scripts where the scripts are
 */
record SchemaVersion(String number, List<String> scripts) {

    /** The newest of the scripts in {@code sql/}; a test compares the two. */
    static final String NEWEST = "21";

    private static final String HISTORY = "flyway_schema_history";

    /** What this program works with. */
    static SchemaVersion of(Dialect dialect) {
        return new SchemaVersion(NEWEST, List.of(dialect.migrations(), "classpath:sql/common"));
    }

    /** How the tables of a database stand to this version. */
    enum Standing {
        OLDER,
        SAME
    }

    /**
     * Compares the tables that are there; no tables are older.
     *
     * @throws LedgerException when they are newer
     */
    Standing standing(Connection connection) throws SQLException {
        String there = there(connection);
        int order = there == null
                ? -1
                : MigrationVersion.fromVersion(there).compareTo(MigrationVersion.fromVersion(number));
        if (order > 0) {
            throw new LedgerException(
                    LedgerException.Kind.NEWER_SCHEMA,
                    "The database has version " + there + " of the tables, this program knows " + number + ".",
                    "Use the newer version of Leadscore, or another LEAD_SCORE_HOME.",
                    null);
        }
        return order < 0 ? Standing.OLDER : Standing.SAME;
    }

    /**
     * Migrates if need be. A server does each script as a whole or not at all, and lets those who come at the same time
     * wait.
     *
     * @throws LedgerException when the tables are newer than this program
     */
    void ensure(DataSource dataSource) throws SQLException {
        Standing standing;
        try (Connection connection = dataSource.getConnection()) {
            standing = standing(connection);
        }
        if (standing == Standing.OLDER) {
            migrate(dataSource);
        }
    }

    /** Runs the scripts that were not run yet. */
    void migrate(DataSource dataSource) {
        migrate(dataSource, number);
    }

    /** Runs those up to a version. */
    void migrate(DataSource dataSource, String upTo) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations(scripts.toArray(String[]::new))
                .table(HISTORY)
                .target(upTo)
                .load()
                .migrate();
    }

    /** The version that is there; null when there is none. What is in another schema is somebody else's. */
    static @Nullable String there(Connection connection) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, connection.getSchema(), HISTORY, null)) {
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
