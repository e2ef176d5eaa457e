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
import java.util.ArrayDeque;
import java.util.Deque;
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

    private static final Map<Path, Given> BY_HOME = new HashMap<>();
    private static final Deque<String> FREE = new ArrayDeque<>();
    private static int made;
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

    /** A database, until the folder is gone that was there when it was given. */
    private record Given(LedgerSettings settings, String name, Path folder) {}

    /** A database of the home on PostgreSQL, whatever other tests run on. */
    public static synchronized LedgerSettings onServer(Path home) {
        Path key = home.toAbsolutePath().normalize();
        Given given = BY_HOME.get(key);
        if (given == null) {
            EmbeddedPostgres on = server == null ? start() : server;
            server = on;
            String name = name(on);
            given = new Given(settings(home, on, name), name, existing(key));
            BY_HOME.put(key, given);
        }
        return given.settings();
    }

    /** Copying the template takes as long as a short test: a database that nobody uses any more is emptied instead. */
    private static String name(EmbeddedPostgres on) {
        BY_HOME.values().removeIf(given -> {
            boolean over = !Files.exists(given.folder());
            if (over) {
                FREE.add(given.name());
            }
            return over;
        });
        for (int i = FREE.size(); i > 0; i--) {
            String name = FREE.remove();
            if (isEmptied(on, name)) {
                return name;
            }
            FREE.add(name);
        }
        String name = "leadscore_" + ++made;
        execute(on.getPostgresDatabase(), "CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
        return name;
    }

    /** What migrations wrote stays; false: a process that was killed, say, is still connected. */
    private static boolean isEmptied(EmbeddedPostgres on, String name) {
        return execute(on.getDatabase(USER, name), """
                SET session_replication_role = replica;
                DO $$ DECLARE one text; BEGIN
                  IF EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()) THEN
                    RETURN;
                  END IF;
                  FOR one IN SELECT tablename FROM pg_tables
                      WHERE schemaname = current_schema() AND tablename <> 'flyway_schema_history' LOOP
                    EXECUTE format('DELETE FROM %I', one);
                  END LOOP;
                  PERFORM setval(seqrelid::regclass, seqstart, false) FROM pg_sequence;
                  SET leadscore.emptied = 'yes';
                END $$;
                SELECT current_setting('leadscore.emptied', true) = 'yes'
                """);
    }

    /** The folder itself, or the nearest one above that is there. */
    private static Path existing(Path folder) {
        Path there = folder;
        while (!Files.exists(there)) {
            there = Objects.requireNonNull(there.getParent());
        }
        return there;
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
            execute(started.getPostgresDatabase(), "CREATE DATABASE " + TEMPLATE);
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

    /** Whether the last statement says so. */
    private static boolean execute(DataSource on, String sql) {
        try (Connection connection = on.getConnection();
                Statement statement = connection.createStatement()) {
            boolean answers = statement.execute(sql);
            while (!answers && statement.getUpdateCount() >= 0) {
                answers = statement.getMoreResults();
            }
            return answers
                    && statement.getResultSet().next()
                    && statement.getResultSet().getBoolean(1);
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
