package io.leadscore.ledger;

import java.nio.file.Path;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;

/** Opens a database in a process of its own and keeps it open until it is killed. */
final class ForkedOwner {

    static final String READY = "ready";

    private ForkedOwner() {}

    public static void main(String[] arguments) throws Exception {
        LedgerDatabase database = LedgerDatabase.open(LedgerSettings.file(Path.of(arguments[0]), null), Role.RUN);
        JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
        new AccountState(new Statements(jdbc, database.dialect())).put(1, "name", "from the owner", Instant.EPOCH);
        jdbc.execute("CHECKPOINT SYNC");
        System.out.println(READY);
        Thread.currentThread().join();
    }
}
