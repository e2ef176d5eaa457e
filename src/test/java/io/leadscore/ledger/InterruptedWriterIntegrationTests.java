package io.leadscore.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A thread that is interrupted while it writes, as one is whose time is up, must not take the database with it: Java closes
 * the file under an interrupted thread.
 */
class InterruptedWriterIntegrationTests {

    private static final LocalDate DAY = LocalDate.EPOCH;
    private static final int WRITERS = 40;

    @Test
    void theDatabaseOutlivesItsWriters(@TempDir Path folder) throws InterruptedException {
        try (LedgerDatabase database =
                LedgerDatabase.open(LedgerSettings.file(folder.resolve("home"), null), Role.RUN)) {
            Statements statements = new Statements(new JdbcTemplate(database.dataSource()), database);
            for (int writer = 0; writer < WRITERS; writer++) {
                int name = writer;
                Thread thread = new Thread(() -> write(statements, name));
                thread.start();
                while (thread.isAlive()) {
                    thread.interrupt();
                    thread.join(1);
                }
            }

            AccountState state = new AccountState(statements);
            state.put(1, "still", "here", Instant.EPOCH);
            assertThat(state.get(1, "still")).isEqualTo("here");
            for (int writer = 0; writer < WRITERS; writer++) {
                assertThat(state.get(1, "writer " + writer)).isEqualTo("done");
            }
        }
    }

    private static void write(Statements statements, int name) {
        for (int i = 0; i < 5; i++) {
            new AiSpending(statements).reserve(1, DAY, 1, 1_000_000);
        }
        new AccountState(statements).put(1, "writer " + name, "done", Instant.EPOCH);
    }
}
