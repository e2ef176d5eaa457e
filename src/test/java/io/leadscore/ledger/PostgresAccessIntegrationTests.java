package io.leadscore.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class PostgresAccessIntegrationTests {

    private static final Path HOME = Path.of("postgres-access");

    @Test
    void refusesAServerThatDoesNotProveWhoItIs() {
        LedgerSettings here = TestDatabases.onServer(HOME);
        LedgerSettings asElsewhere =
                new LedgerSettings(HOME, here.url() + "&sslmode=verify-full", here.user(), null, null);

        assertThatThrownBy(() -> LedgerDatabase.open(asElsewhere, Role.SHORT))
                .isInstanceOfSatisfying(LedgerException.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(LedgerException.Kind.MISCONFIGURED);
                    assertThat(refused).hasMessageContaining("does not speak TLS");
                    assertThat(refused.advice()).contains("ssl = on", "sslmode=disable");
                });
    }

    @Test
    void tellsTheOperatorOfTheWayAndTheClock() {
        try (LedgerDatabase database = LedgerDatabase.open(TestDatabases.onServer(HOME), Role.SHORT)) {
            DatabaseCheck check = new DatabaseCheck(
                    new Statements(new JdbcTemplate(database.dataSource()), database),
                    database.url(),
                    InstantSource.offset(InstantSource.system(), Duration.ofMinutes(-1)));

            assertThat(check.transport())
                    .isEqualTo(
                            "TLS is off; the server is on this machine; encryption at rest is the server's business");
            assertThat(check.isSafe()).isTrue();
            assertThat(check.clockAhead()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(90));
        }
    }

    @Test
    void knowsHowFullItsTablesAreAsSoonAsItIsAskedTo() {
        try (LedgerDatabase database = LedgerDatabase.open(TestDatabases.onServer(HOME), Role.RUN)) {
            Statements statements = new Statements(new JdbcTemplate(database.dataSource()), database);
            new Touches(statements).touch(1, List.of(1L, 2L, 3L), Cause.CONTACT);

            new TableStatistics(statements).renew();

            assertThat(statements.number(
                            "SELECT CAST(reltuples AS BIGINT) FROM pg_class WHERE relname = 'touched'", to -> {}))
                    .isEqualTo(3);
        }
    }

    /** Its successor ends the connections of a process by its name. */
    @Test
    void endsTheConnectionsOfOneThatLostItsLease() throws SQLException {
        try (LedgerDatabase frozen = LedgerDatabase.open(TestDatabases.onServer(HOME), Role.RUN);
                LedgerDatabase successor = LedgerDatabase.open(TestDatabases.onServer(HOME), Role.RUN);
                Connection inTheMiddle = frozen.dataSource().getConnection()) {
            inTheMiddle.setAutoCommit(false);
            Statements there = new Statements(new JdbcTemplate(successor.dataSource()), successor);
            Leases leases = new Leases(there, TestLedger.POSTGRESQL.transactions(), ProcessTable.ofSystem());

            leases.cutOff(new Holder("elsewhere", 1, 0, "", frozen.id()));

            assertThatThrownBy(() -> {
                        try (ResultSet none = inTheMiddle.createStatement().executeQuery("SELECT 1")) {
                            none.next();
                        }
                    })
                    .isInstanceOf(SQLException.class);
            assertThat(there.number("SELECT 1", to -> {})).isEqualTo(1);
        }
    }
}
