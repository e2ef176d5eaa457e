package io.leadscore.ledger;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Properties;

/** How a PostgreSQL server is reached. */
final class PostgresAccess {

    /**
     * A process that is frozen in the middle of a transaction keeps no other waiting for longer. Commits are on the disk
     * when they return, whatever the default of server, database or user is.
     */
    private static final String GREETING = "SET idle_in_transaction_session_timeout = '15min';"
            + " SELECT CASE WHEN current_setting('synchronous_commit') = 'off'"
            + " THEN set_config('synchronous_commit', 'on', false) END";

    private PostgresAccess() {}

    /** @param name what the server is to call this process's connections */
    static Opened connect(LedgerSettings settings, String name) throws SQLException {
        Properties more = ServerTls.of(String.valueOf(settings.url())).options();
        more.setProperty("reWriteBatchedInserts", "true");
        more.setProperty("ApplicationName", name);
        HikariDataSource pool =
                Pool.open(String.valueOf(settings.url()), settings.user(), settings.password(), more, GREETING);
        try {
            SchemaVersion.of(Dialect.POSTGRESQL).ensure(pool);
            return new Connected(pool, Dialect.POSTGRESQL);
        } catch (SQLException | RuntimeException failure) {
            pool.close();
            throw failure;
        }
    }
}
