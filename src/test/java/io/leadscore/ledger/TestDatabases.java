package io.leadscore.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The databases that tests run on: a file in the home folder, or with {@code -Dleadscore.test.database=postgresql} a
 * database on a real PostgreSQL server, one for each home. The server is started once a JVM. Thread-safe.
 */
public final class TestDatabases {

    private static final boolean POSTGRESQL = "postgresql".equals(System.getProperty("leadscore.test.database"));
    private static final String USER = "postgres";
    private static final String TEMPLATE = "leadscore_template";

    private static final Map<Path, LedgerSettings> BY_HOME = new HashMap<>();
    private static @Nullable EmbeddedPostgres server;
    private static @Nullable Path fileTemplate;

    private TestDatabases() {}

    /** Whether tests run on PostgreSQL. */
    public static boolean onServer() {
        return POSTGRESQL;
    }

    /** The database of a home; there is one with all its tables from the beginning. */
    public static LedgerSettings of(Path home) {
        return POSTGRESQL ? onServer(home) : inFile(home);
    }

    /**
     * An environment that names the database of a home.
     *
     * @param others names and values of other settings, in turn
     */
    public static Map<String, String> environment(Path home, String... others) {
        Map<String, String> environment = new HashMap<>();
        for (int i = 0; i < others.length; i += 2) {
            environment.put(others[i], others[i + 1]);
        }
        if (POSTGRESQL) {
            environment.put("LEAD_SCORE_DB_URL", String.valueOf(onServer(home).url()));
            environment.put("LEAD_SCORE_DB_USER", USER);
        }
        return Map.copyOf(environment);
    }

    /** A database of the home on PostgreSQL, whatever other tests run on. */
    public static synchronized LedgerSettings onServer(Path home) {
        return BY_HOME.computeIfAbsent(home.toAbsolutePath().normalize(), key -> {
            if (server == null) {
                server = start();
            }
            String name = "leadscore_" + BY_HOME.size();
            execute(server, "CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
            return settings(home, server, name);
        });
    }

    /** Connections to the database of a home on PostgreSQL, unpooled. */
    public static synchronized DataSource dataSource(Path home) {
        String url = String.valueOf(onServer(home).url());
        String name = url.replaceFirst("\\?.*", "").replaceFirst(".*/", "");
        return Objects.requireNonNull(server).getDatabase(USER, name);
    }

    /** Making the tables takes as long as many a test: a file of them is made once a JVM, and copied with its key. */
    private static synchronized LedgerSettings inFile(Path home) {
        HomeFolder to = new HomeFolder(home);
        try {
            if (fileTemplate == null) {
                fileTemplate = Files.createTempDirectory("ledger-");
                LedgerDatabase.open(LedgerSettings.file(fileTemplate, null), Role.RUN)
                        .close();
                Path made = fileTemplate;
                Runtime.getRuntime()
                        .addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(made.toFile())));
            }
            if (!Files.exists(to.databaseFile()) && !Files.exists(to.keyFile())) {
                HomeFolder from = new HomeFolder(fileTemplate);
                Files.createDirectories(home);
                for (Path file : List.of(from.keyFile(), from.checkFile(), from.databaseFile())) {
                    Files.copy(file, home.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return LedgerSettings.file(home, null);
    }

    private static EmbeddedPostgres start() {
        try {
            // What a power failure would take is of no account here.
            Path data = Files.createTempDirectory("postgresql-");
            EmbeddedPostgres started = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("wal_level", "minimal")
                    .setServerConfig("max_wal_senders", "0")
                    // It would go round hundreds of databases that live for a second.
                    .setServerConfig("autovacuum", "off")
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started, data)));
            execute(started, "CREATE DATABASE " + TEMPLATE);
            LedgerDatabase.open(settings(Path.of("unused"), started, TEMPLATE), Role.RUN)
                    .close();
            return started;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static LedgerSettings settings(Path home, EmbeddedPostgres on, String name) {
        return new LedgerSettings(home, on.getJdbcUrl(USER, name), USER, null, null);
    }

    private static void execute(EmbeddedPostgres on, String sql) {
        try (Connection connection = on.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Hundreds of databases take longer to delete than a JVM is given to end: a process does it that outlives it. */
    private static void stop(EmbeddedPostgres server, Path data) {
        try {
            server.close();
            new ProcessBuilder("rm", "-rf", "--", data.toString()).start();
        } catch (IOException leftBehind) {
            throw new UncheckedIOException(leftBehind);
        }
    }
}
