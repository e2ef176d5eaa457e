package io.leadscore.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Opens a database in a process of its own and keeps it open until it is killed. */
final class ForkedOwner {

    static final String READY = "ready";

    private ForkedOwner() {}

    public static void main(String[] arguments) throws Exception {
        String key = arguments.length > 1 ? arguments[1] : null;
        LedgerDatabase database = LedgerDatabase.open(LedgerSettings.file(Path.of(arguments[0]), key), Role.RUN);
        JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
        new AccountState(new Statements(jdbc, database)).put(1, "name", "from the owner", Instant.EPOCH);
        database.durability().force();
        System.out.println(READY);
        Thread.currentThread().join();
    }

    static Process start(Path home, @Nullable String key) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ForkedOwner.class.getName(),
                home.toString()));
        if (key != null) {
            line.add(key);
        }
        return new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
