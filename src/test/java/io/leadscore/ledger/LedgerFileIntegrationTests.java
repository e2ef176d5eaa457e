package io.leadscore.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadscore.ledger.LedgerException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

class LedgerFileIntegrationTests {

    /** The key of the homes in the test resources. */
    static final String KEY = "a-key-of-their-own";

    private static final SchemaVersion LATER = later("classpath:sql-later");

    private final HomeFolder home;

    LedgerFileIntegrationTests(@TempDir Path folder) {
        this.home = new HomeFolder(folder);
    }

    static SchemaVersion later(String more) {
        SchemaVersion now = SchemaVersion.of(Dialect.H2);
        return new SchemaVersion(
                "999", Stream.concat(now.scripts().stream(), Stream.of(more)).toList());
    }

    /** A home of the version before this database's driver was replaced: version 7 of the tables, 50 contacts. */
    static void putOldHome(HomeFolder home) throws IOException {
        try (var file = Objects.requireNonNull(
                LedgerFileIntegrationTests.class.getResourceAsStream("/homes/h2-2.4.240/leadscore.mv.db"))) {
            Files.copy(file, home.databaseFile());
        }
    }

    @Test
    void opensAFileOfTheDriverBefore() throws Exception {
        putOldHome(home);

        try (LedgerDatabase database = LedgerDatabase.open(LedgerSettings.file(home.folder(), KEY), Role.RUN)) {
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM contact", Long.class))
                    .isEqualTo(50);
            assertThat(new AccountState(new Statements(jdbc, database)).get(1, "name"))
                    .isEqualTo("from 2.4.240");
        }
    }

    @Test
    void upgradesInACopyAndKeepsTheFileAsItWas() throws Exception {
        putOldHome(home);

        assertThat(contactsAfterOpening(LATER)).isEqualTo(50);

        assertThat(files()).contains("leadscore.v7.mv.db").noneMatch(name -> name.contains("new"));
        try (Connection kept = new EncryptedFile(home.folder().resolve("leadscore.v7"), key()).connect("")) {
            assertThat(SchemaVersion.there(kept)).isEqualTo("7");
        }
        assertThat(contactsAfterOpening(LATER)).isEqualTo(50);
    }

    @Test
    void keepsOnlyTheLastFileFromBeforeAnUpgrade() throws Exception {
        putOldHome(home);
        Files.createFile(home.keptFile("3"));

        contactsAfterOpening(LATER);

        assertThat(home.keptCopies()).containsExactly(home.keptFile("7"));
    }

    @Test
    void advisesTheNewestFileFromBeforeAnUpgrade() throws Exception {
        Files.createFile(home.keptFile("7"));
        Files.createFile(home.keptFile("12"));
        Files.createFile(home.keptFile("my own copy"));

        assertThat(home.keptCopy()).isEqualTo(home.keptFile("12"));
    }

    @Test
    void leavesTheFileAsItWasWhenAnUpgradeFails() throws Exception {
        putOldHome(home);

        assertThatThrownBy(() -> contactsAfterOpening(later("classpath:sql-broken")))
                .isInstanceOfSatisfying(LedgerException.class, failure -> {
                    assertThat(failure).hasMessageContaining("from version 7").hasMessageContaining("a script failed");
                    assertThat(failure.advice()).contains("Nothing was changed");
                });

        assertThat(files()).noneMatch(name -> name.contains("new"));
        assertThat(contactsAfterOpening(LATER)).isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 12_288, 200_000})
    void beginsAgainWhenAFirstStartWasKilled(int written) throws Exception {
        Files.write(home.folder().resolve("leadscore.new.mv.db"), new byte[written]);

        assertThat(contactsAfterOpening(SchemaVersion.of(Dialect.H2))).isZero();

        assertThat(files()).contains("leadscore.mv.db").noneMatch(name -> name.contains("new"));
    }

    /** Earlier versions made the tables in place, and H2 commits after each of them. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "4"})
    void replacesAFirstStartOfAnEarlierVersionThatWasKilledHalfWay(String reached) throws Exception {
        SchemaVersion all = SchemaVersion.of(Dialect.H2);
        EncryptedFile file = new EncryptedFile(home.database(), key());
        try (Connection connection = file.connect("")) {
            all.migrate(new PlainConnections(file), reached);
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        "CREATE TABLE " + (reached.equals("1") ? "QRTZ_CALENDARS" : "ai_answer") + " (id INT)");
            }
        }

        assertThat(contactsAfterOpening(all)).isZero();
    }

    @Test
    void doesNotReplaceOneThatHoldsAnything() throws Exception {
        EncryptedFile file = new EncryptedFile(home.database(), key());
        try (Connection connection = file.connect("")) {
            SchemaVersion.of(Dialect.H2).migrate(new PlainConnections(file), "6");
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        "INSERT INTO account_state (portal_id, name, content, changed_at) VALUES (1, 'a', 'b', 0)");
                statement.execute("CREATE TABLE action_outbox (id INT)");
            }
        }
        byte[] before = Files.readAllBytes(home.databaseFile());

        assertThatThrownBy(() -> contactsAfterOpening(SchemaVersion.of(Dialect.H2)))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("from version 6");
        assertThat(Files.size(home.databaseFile())).isPositive();
        try (Connection connection = file.connect("");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM account_state")) {
            assertThat(rows.next() && rows.getLong(1) == 1).isTrue();
        }
        assertThat(before).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 30, 50, 70, 90, 99})
    void callsAFileThatWasCutDamaged(int percent) throws Exception {
        LedgerSettings settings = LedgerSettings.file(home.folder(), null);
        LedgerDatabase.open(settings, Role.RUN).close();
        byte[] whole = Files.readAllBytes(home.databaseFile());
        Files.write(home.databaseFile(), java.util.Arrays.copyOf(whole, whole.length * percent / 100));

        for (Role role : List.of(Role.READ, Role.SHORT)) {
            assertThatThrownBy(() -> LedgerDatabase.open(settings, role).close())
                    .isInstanceOfSatisfying(LedgerException.class, failure -> {
                        assertThat(failure.kind()).isEqualTo(Kind.DAMAGED);
                        assertThat(failure).hasMessageContaining("is damaged");
                        assertThat(failure.advice()).contains("move it away");
                    });
        }
    }

    @Test
    void readingChangesNoByteOfTheFile() throws Exception {
        LedgerSettings settings = LedgerSettings.file(home.folder(), null);
        put(settings, "Europe/Reykjavik");
        byte[] before = Files.readAllBytes(home.databaseFile());
        FileTime longAgo = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(home.databaseFile(), longAgo);

        for (int i = 0; i < 2; i++) {
            try (LedgerDatabase database = LedgerDatabase.open(settings, Role.READ)) {
                assertThat(zone(database)).isEqualTo("Europe/Reykjavik");
                assertThatThrownBy(() -> state(database).put(1, "time-zone", "UTC", Instant.EPOCH))
                        .isInstanceOf(DataAccessException.class);
            }
        }

        assertThat(Files.readAllBytes(home.databaseFile())).isEqualTo(before);
        assertThat(Files.getLastModifiedTime(home.databaseFile())).isEqualTo(longAgo);
        try (LedgerDatabase database = LedgerDatabase.open(settings, Role.RUN)) {
            assertThat(zone(database)).isEqualTo("Europe/Reykjavik");
        }
    }

    @Test
    void readingBringsAFileInOrderThatWasNotClosed() throws Exception {
        LedgerSettings settings = LedgerSettings.file(home.folder(), null);
        put(settings, "UTC");
        byte[] copy;
        try (LedgerDatabase database = LedgerDatabase.open(settings, Role.RUN)) {
            state(database).put(1, "time-zone", "Asia/Kathmandu", Instant.EPOCH);
            database.durability().force();
            copy = Files.readAllBytes(home.databaseFile());
        }
        Files.write(home.databaseFile(), copy);

        try (LedgerDatabase database = LedgerDatabase.open(settings, Role.READ)) {
            assertThat(zone(database)).isEqualTo("Asia/Kathmandu");
        }
        byte[] inOrder = Files.readAllBytes(home.databaseFile());
        LedgerDatabase.open(settings, Role.READ).close();
        assertThat(Files.readAllBytes(home.databaseFile())).isEqualTo(inOrder);
    }

    private static void put(LedgerSettings settings, String zone) {
        try (LedgerDatabase database = LedgerDatabase.open(settings, Role.RUN)) {
            state(database).put(1, "time-zone", zone, Instant.EPOCH);
        }
    }

    private static @Nullable String zone(LedgerDatabase database) {
        return state(database).get(1, "time-zone");
    }

    private static AccountState state(LedgerDatabase database) {
        return new AccountState(new Statements(new JdbcTemplate(database.dataSource()), database));
    }

    @Test
    void callsAFileDamagedWhoseHeadWasOverwritten() throws Exception {
        LedgerSettings settings = LedgerSettings.file(home.folder(), null);
        LedgerDatabase.open(settings, Role.RUN).close();
        byte[] bytes = Files.readAllBytes(home.databaseFile());
        java.util.Arrays.fill(bytes, 0, 20_000, (byte) 7);
        Files.write(home.databaseFile(), bytes);

        assertThatThrownBy(() -> LedgerDatabase.open(settings, Role.SHORT).close())
                .isInstanceOfSatisfying(LedgerException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(Kind.DAMAGED));
    }

    /** The definition of a table, a page that a script reads, and the map of all maps. */
    @ParameterizedTest
    @ValueSource(ints = {165_164, 228_652, 236_844})
    void callsAnOldFileDamagedWhereverItWasWrittenOver(int at) throws Exception {
        putOldHome(home);
        byte[] bytes = Files.readAllBytes(home.databaseFile());
        for (int i = at; i < at + 16; i++) {
            bytes[i] ^= (byte) 0xFF;
        }
        Files.write(home.databaseFile(), bytes);

        assertThatThrownBy(() -> LedgerDatabase.open(LedgerSettings.file(home.folder(), KEY), Role.RUN)
                        .close())
                .isInstanceOfSatisfying(LedgerException.class, failure -> {
                    assertThat(failure.kind()).isIn(Kind.DAMAGED, Kind.WRONG_KEY);
                    assertThat(failure).hasMessageContaining("is damaged");
                    assertThat(failure.advice()).contains("move it away");
                });
        assertThat(files()).noneMatch(name -> name.contains("new"));
    }

    @Test
    void doesNotKnowWhichItIsInAHomeThatNeverSaidIt() throws Exception {
        putOldHome(home);

        assertThatThrownBy(() -> LedgerDatabase.open(LedgerSettings.file(home.folder(), "other"), Role.SHORT)
                        .close())
                .isInstanceOfSatisfying(LedgerException.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(Kind.WRONG_KEY);
                    assertThat(failure).hasMessageContaining("with this key, or it is damaged");
                });
    }

    @Test
    void keepsNoKeyInItsCheck() throws Exception {
        LedgerDatabase.open(LedgerSettings.file(home.folder(), "secret"), Role.SHORT)
                .close();

        assertThat(Files.readString(home.checkFile())).doesNotContain("secret");
        KeyCheck check = new KeyCheck(home.checkFile());
        assertThat(check.ask(EncryptionKey.find(home, "secret"))).isEqualTo(KeyCheck.Answer.RIGHT);
        assertThat(check.ask(EncryptionKey.find(home, "other"))).isEqualTo(KeyCheck.Answer.WRONG);
        Files.writeString(home.checkFile(), "half:");
        assertThat(check.ask(EncryptionKey.find(home, "secret"))).isEqualTo(KeyCheck.Answer.UNKNOWN);
        String ofEarlierVersions = "00ff".repeat(8) + ":" + "00ff".repeat(16);
        Files.writeString(home.checkFile(), ofEarlierVersions);
        assertThat(check.ask(EncryptionKey.find(home, "other"))).isEqualTo(KeyCheck.Answer.UNKNOWN);
        check.remember(EncryptionKey.find(home, "secret"));
        assertThat(check.ask(EncryptionKey.find(home, "secret"))).isEqualTo(KeyCheck.Answer.RIGHT);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0})
    void beginsANewLedgerWhereTheFileIsMissingOrEmpty(int length) throws Exception {
        LedgerSettings settings = LedgerSettings.file(home.folder(), null);
        LedgerDatabase.open(settings, Role.RUN).close();
        if (length < 0) {
            Files.delete(home.databaseFile());
        } else {
            Files.write(home.databaseFile(), new byte[length]);
        }

        try (LedgerDatabase database = LedgerDatabase.open(settings, Role.RUN)) {
            assertThat(new JdbcTemplate(database.dataSource())
                            .queryForObject("SELECT COUNT(*) FROM contact", Long.class))
                    .isZero();
        }
    }

    @Test
    void aShortCommandLeavesTheFileAsItIs() throws Exception {
        LedgerSettings settings = LedgerSettings.file(home.folder(), null);
        try (LedgerDatabase database = LedgerDatabase.open(settings, Role.RUN)) {
            AccountState state = new AccountState(new Statements(new JdbcTemplate(database.dataSource()), database));
            for (int i = 0; i < 300; i++) {
                state.put(1, "name " + i % 7, "x".repeat(500), java.time.Instant.EPOCH);
                database.durability().force();
            }
        }
        long size = Files.size(home.databaseFile());

        try (LedgerDatabase database = LedgerDatabase.open(settings, Role.SHORT)) {
            assertThat(new AccountState(new Statements(new JdbcTemplate(database.dataSource()), database))
                            .get(1, "name 1"))
                    .isNotNull();
        }

        assertThat(Files.size(home.databaseFile())).isBetween(size - 4_096, size + 4 * 4_096);
    }

    private EncryptionKey key() throws IOException {
        return EncryptionKey.find(home, KEY);
    }

    private long contactsAfterOpening(SchemaVersion version) throws IOException, SQLException {
        Connection connection = new LedgerFile(home, key(), version).open("");
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM contact")) {
            return count.next() ? count.getLong(1) : -1;
        } finally {
            EncryptedFile.shutDown(connection);
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(home.folder())) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }
}
