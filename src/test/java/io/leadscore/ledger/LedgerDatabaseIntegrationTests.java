package io.leadscore.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadscore.ledger.LedgerException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

class LedgerDatabaseIntegrationTests {

    private final Path folder;

    LedgerDatabaseIntegrationTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void makesItsFilesForItsOwnerOnly() throws IOException {
        LedgerSettings settings = LedgerSettings.file(folder.resolve("home"), null);

        LedgerDatabase.open(settings, Role.RUN).close();

        assertThat(permissions(settings.home())).isEqualTo("rwx------");
        assertThat(permissions(settings.home().resolve("leadscore.key"))).isEqualTo("rw-------");
        assertThat(permissions(settings.home().resolve("leadscore.mv.db"))).isEqualTo("rw-------");
        assertThat(settings.home().resolve("leadscore.owner")).doesNotExist();
    }

    @Test
    void keepsWhatWasWrittenAndHidesItInTheFile() throws IOException {
        LedgerSettings settings = LedgerSettings.file(folder, null);
        try (LedgerDatabase database = LedgerDatabase.open(settings, Role.RUN)) {
            state(database).put(1, "time-zone", "Europe/Reykjavik", Instant.EPOCH);
        }

        try (LedgerDatabase database = LedgerDatabase.open(settings, Role.RUN)) {
            assertThat(state(database).get(1, "time-zone")).isEqualTo("Europe/Reykjavik");
        }
        assertThat(new String(Files.readAllBytes(folder.resolve("leadscore.mv.db")), StandardCharsets.ISO_8859_1))
                .doesNotContain("Reykjavik")
                .doesNotContain("account_state")
                .doesNotContain("ACCOUNT_STATE");
    }

    @Test
    void knowsOfAFewRecordsAlreadyThatTheyAreOneAccounts() throws IOException {
        try (LedgerDatabase database = LedgerDatabase.open(LedgerSettings.file(folder, null), Role.RUN)) {
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            Mirror mirror = new Mirror(new Statements(jdbc, database));
            mirror.upsert(
                    1,
                    LongStream.rangeClosed(1, 300)
                            .mapToObj(id -> SampleFacts.bareContact(id, SampleFacts.T0))
                            .toList());

            String plan = jdbc.queryForObject(
                    "EXPLAIN SELECT c.created_at FROM UNNEST(ARRAY[1, 2]) AS k(id) LEFT JOIN contact c"
                            + " ON c.portal_id = 1 AND c.id = k.id AND c.gone_at IS NULL",
                    String.class);

            assertThat(plan).contains("PRIMARY_KEY").doesNotContain("CONTACT_BY_CREATION");
        }
    }

    @Test
    void writesNoErrorBesideTheEncryptedFile() throws IOException {
        LedgerSettings settings = LedgerSettings.file(folder, null);
        try (LedgerDatabase owner = LedgerDatabase.open(settings, Role.SERVE);
                LedgerDatabase guest = LedgerDatabase.open(settings, Role.SHORT)) {
            for (LedgerDatabase database : List.of(owner, guest)) {
                JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
                assertThatThrownBy(() -> jdbc.execute("SELECT 1 / 0")).isInstanceOf(DataAccessException.class);
            }
        }

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".trace.db"));
        }
    }

    @Test
    void opensWithItsKeyInOtherToolsToo() throws Exception {
        LedgerDatabase.open(LedgerSettings.file(folder, null), Role.RUN).close();
        String key = Files.readString(folder.resolve("leadscore.key")).strip();
        String url = "jdbc:h2:file:" + folder.resolve("leadscore") + ";CIPHER=AES;IFEXISTS=TRUE";

        try (Connection connection = DriverManager.getConnection(url, "leadscore", key + " " + key)) {
            assertThat(connection.isValid(1)).isTrue();
        }
        assertThatThrownBy(() -> DriverManager.getConnection(url, "leadscore", "wrong " + key))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void refusesAKeyWithSpaces() {
        assertThatThrownBy(() -> LedgerSettings.file(folder, "two words"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("LEAD_SCORE_ENCRYPTION_KEY");
    }

    @Test
    void letsACommandOfTheServersProcessIn() {
        LedgerSettings settings = LedgerSettings.file(folder, "a-key-of-their-own");
        try (LedgerDatabase server = LedgerDatabase.open(settings, Role.SERVE)) {
            state(server).put(1, "name", "from the server", Instant.EPOCH);
            try (LedgerDatabase command = LedgerDatabase.open(settings, Role.SHORT)) {
                assertThat(server.isOwner()).isTrue();
                assertThat(command.isOwner()).isFalse();
                assertThat(state(command).get(1, "name")).isEqualTo("from the server");
                state(command).put(1, "name", "from the command", Instant.EPOCH);
            }
            assertThat(state(server).get(1, "name")).isEqualTo("from the command");
        }
    }

    @Test
    void keepsMorePagesInMemoryWhileAJobMayRun() {
        LedgerSettings settings = LedgerSettings.file(folder, null);
        long shortly;
        try (LedgerDatabase database = LedgerDatabase.open(settings, Role.SHORT)) {
            shortly = megabytesOfPages(database);
        }

        Map.of(Role.STUDY, 4, Role.RUN, 8, Role.SERVE, 8).forEach((role, part) -> {
            try (LedgerDatabase database = LedgerDatabase.open(settings, role)) {
                assertThat(megabytesOfPages(database))
                        .isEqualTo(Math.min(1_024, (Runtime.getRuntime().maxMemory() / part) >> 20))
                        .isGreaterThan(shortly);
            }
        });
    }

    private static long megabytesOfPages(LedgerDatabase database) {
        return new JdbcTemplate(database.dataSource())
                .query(
                        "SELECT setting_value FROM information_schema.settings"
                                + " WHERE setting_name = 'info.CACHE_MAX_SIZE'",
                        (row, number) -> row.getLong(1))
                .get(0);
    }

    @Test
    void refusesASecondServer() {
        LedgerSettings settings = LedgerSettings.file(folder, null);
        try (LedgerDatabase run = LedgerDatabase.open(settings, Role.RUN)) {
            assertThat(run.isOwner()).isTrue();
            assertThatThrownBy(() -> LedgerDatabase.open(settings, Role.SERVE))
                    .isInstanceOfSatisfying(LedgerException.class, failure -> {
                        assertThat(failure.kind()).isEqualTo(Kind.BUSY);
                        assertThat(failure)
                                .hasMessageContaining(
                                        "process " + ProcessHandle.current().pid());
                    });
        }
    }

    @Test
    void refusesAnotherKey() {
        LedgerDatabase.open(LedgerSettings.file(folder, "right"), Role.RUN).close();

        assertThatThrownBy(() -> LedgerDatabase.open(LedgerSettings.file(folder, "wrong"), Role.RUN))
                .isInstanceOfSatisfying(LedgerException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(Kind.WRONG_KEY));
        try (LedgerDatabase database = LedgerDatabase.open(LedgerSettings.file(folder, "right"), Role.SERVE)) {
            assertThat(database.isOwner()).isTrue();
            assertThatThrownBy(() -> LedgerDatabase.open(LedgerSettings.file(folder, "wrong"), Role.SHORT))
                    .isInstanceOfSatisfying(LedgerException.class, failure -> assertThat(failure.kind())
                            .isEqualTo(Kind.WRONG_KEY));
        }
    }

    @Test
    void doesNotMakeANewKeyForAnOldDatabase() throws IOException {
        LedgerSettings settings = LedgerSettings.file(folder, null);
        LedgerDatabase.open(settings, Role.RUN).close();
        Files.delete(folder.resolve("leadscore.key"));

        assertThatThrownBy(() -> LedgerDatabase.open(settings, Role.RUN))
                .isInstanceOfSatisfying(LedgerException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(Kind.WRONG_KEY));
    }

    @Test
    void refusesTablesOfANewerVersion() {
        LedgerSettings settings = LedgerSettings.file(folder, null);
        try (LedgerDatabase database = LedgerDatabase.open(settings, Role.RUN)) {
            new JdbcTemplate(database.dataSource())
                    .update(
                            "UPDATE \"flyway_schema_history\" SET \"version\" = '999' WHERE \"version\" = ?",
                            SchemaVersion.NEWEST);
        }

        assertThatThrownBy(() -> LedgerDatabase.open(settings, Role.RUN))
                .isInstanceOfSatisfying(LedgerException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(Kind.NEWER_SCHEMA));
    }

    @Test
    void saysThatAFolderCannotBeUsed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> LedgerDatabase.open(LedgerSettings.file(file.resolve("home"), null), Role.RUN))
                .isInstanceOfSatisfying(LedgerException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(Kind.UNREACHABLE));
    }

    @Test
    void saysThatAServerCannotBeReached() {
        LedgerSettings settings =
                new LedgerSettings(folder, "jdbc:postgresql://127.0.0.1:1/leadscore", "user", "secret", null);

        assertThatThrownBy(() -> LedgerDatabase.open(settings, Role.RUN))
                .isInstanceOfSatisfying(LedgerException.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
                    assertThat(failure.getMessage() + failure.advice() + settings)
                            .doesNotContain("secret");
                });
    }

    @Test
    void saysThatAServersCertificateIsNotTrusted() throws Exception {
        try (UntrustedServer server = new UntrustedServer(folder)) {
            LedgerSettings settings = new LedgerSettings(
                    folder,
                    "jdbc:postgresql://127.0.0.1:" + server.port()
                            + "/leads?sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory",
                    "user",
                    "secret",
                    null);

            assertThatThrownBy(() -> LedgerDatabase.open(settings, Role.SHORT))
                    .isInstanceOfSatisfying(LedgerException.class, refused -> {
                        assertThat(refused.kind()).isEqualTo(Kind.MISCONFIGURED);
                        assertThat(refused).hasMessageContaining("is not trusted");
                        assertThat(refused.advice()).contains("sslrootcert");
                    });
        }
    }

    @Test
    void opensAfterItsOwnerWasKilled() throws Exception {
        Process owner = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ForkedOwner.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var output = owner.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.lines().anyMatch(ForkedOwner.READY::equals)).isTrue();
            LedgerSettings settings = LedgerSettings.file(folder, null);
            assertThatThrownBy(() -> LedgerDatabase.open(settings, Role.SHORT))
                    .isInstanceOfSatisfying(LedgerException.class, failure -> {
                        assertThat(failure.kind()).isEqualTo(Kind.OWNED);
                        assertThat(failure).hasMessageContaining("process " + owner.pid() + " (run)");
                    });

            owner.destroyForcibly().waitFor();

            try (LedgerDatabase next = LedgerDatabase.open(settings, Role.SERVE)) {
                assertThat(next.isOwner()).isTrue();
                assertThat(state(next).get(1, "name")).isEqualTo("from the owner");
            }
        } finally {
            owner.destroyForcibly();
        }
    }

    private static AccountState state(LedgerDatabase database) {
        return new AccountState(new Statements(new JdbcTemplate(database.dataSource()), database));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
