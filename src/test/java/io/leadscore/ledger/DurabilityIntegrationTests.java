package io.leadscore.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.lead.ObjectType;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is on the disk at a moment is what a kill at that moment leaves. A copy of the open file shows it: the system has
 * in it what was handed over, and nothing else.
 */
class DurabilityIntegrationTests {

    private static final LocalDate DAY = LocalDate.EPOCH;
    private static final int COPIES = 20;

    private final Path folder;

    DurabilityIntegrationTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void moneySetAsideSurvivesAKillAtOnce() throws IOException {
        try (LedgerDatabase database = open(folder)) {
            AiSpending spending = new AiSpending(statements(database));
            for (int i = 1; i <= 6; i++) {
                spending.reserve(1, DAY, 5, 1_000);

                assertThat(afterAKill(i, killed -> new AiSpending(killed).spent(1, DAY)))
                        .isEqualTo(5L * i);
            }
        }
    }

    @Test
    void whatWasCommittedBeforeLastsToo() throws IOException {
        try (LedgerDatabase database = open(folder)) {
            Statements statements = statements(database);
            AccountState state = new AccountState(statements);
            TransactionTemplate transactions =
                    new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
            for (int i = 1; i <= 6; i++) {
                String value = "value " + i;
                state.put(1, "name", value, Instant.EPOCH);
                Instant reached = Instant.ofEpochSecond(i);
                transactions.executeWithoutResult(status ->
                        new Watermarks(statements).advance(1, Map.of(ObjectType.CONTACTS, reached), Set.of()));

                assertThat(afterAKill(i, killed -> String.valueOf(new Watermarks(killed).get(1, ObjectType.CONTACTS))))
                        .isEqualTo(reached.toString());
                assertThat(afterAKill(i, killed -> String.valueOf(new AccountState(killed).get(1, "name"))))
                        .isEqualTo(value);
            }
        }
    }

    /** The job repository's last word is one of the things that a run writes after its report. */
    @Test
    void theEndOfARunLastsWithAllThatItWrote() throws IOException {
        try (LedgerDatabase database = open(folder)) {
            for (int i = 1; i <= 6; i++) {
                String value = "value " + i;
                leases(database).whileHeld(1, "job", () -> {}, () -> put(statements(database), value));

                assertThat(afterAKill(i, DurabilityIntegrationTests::stateOf)).isEqualTo(value);
                assertThat(afterAKill(
                                i,
                                killed -> killed.number(
                                        "SELECT COUNT(*) FROM lease WHERE holder_id IS NOT NULL", to -> {})))
                        .isEqualTo(0L);
            }
        }
    }

    /** The person who gave the command was told that it is done. */
    @Test
    void whatACommandDidBesideTheOwnerLastsWhenItIsOver() throws IOException {
        try (LedgerDatabase owner = open(folder)) {
            assertThat(owner.isOwner()).isTrue();
            for (int i = 1; i <= 6; i++) {
                String value = "value " + i;
                try (LedgerDatabase guest = open(folder)) {
                    assertThat(guest.isOwner()).isFalse();
                    put(statements(guest), value);
                }

                assertThat(afterAKill(i, DurabilityIntegrationTests::stateOf)).isEqualTo(value);
            }
        }
    }

    /** Left to itself, H2 does not find again what it wrote where something else had been. */
    @Test
    void lastsAlsoWhereRoomInTheFileIsUsedAgain() throws IOException {
        try (LedgerDatabase database = open(folder)) {
            Statements statements = statements(database);
            new JdbcTemplate(database.dataSource()).execute("SET RETENTION_TIME 0");
            AccountState state = new AccountState(statements);
            AiSpending spending = new AiSpending(statements);
            Random random = new Random(1);
            for (int i = 1; i <= 60; i++) {
                for (int change = random.nextInt(300); change > 0; change--) {
                    state.put(1, "name " + random.nextInt(2_000), "x".repeat(200) + i, Instant.EPOCH);
                }
                spending.reserve(9, DAY, 1, 1_000);

                assertThat(afterAKill(i, killed -> new AiSpending(killed).spent(9, DAY)))
                        .isEqualTo((long) i);
            }
        }
    }

    /** H2's own checkpoint comes back too early when another thread's store is under way. */
    @Test
    void lastsAlsoWhileOtherThreadsStore() throws Exception {
        try (LedgerDatabase database = open(folder)) {
            AtomicBoolean over = new AtomicBoolean();
            List<CompletableFuture<Void>> busy = new ArrayList<>();
            for (int thread = 1; thread <= 3; thread++) {
                long portal = thread;
                busy.add(CompletableFuture.runAsync(() -> {
                    AccountState state = new AccountState(statements(database));
                    for (int i = 0; !over.get(); i++) {
                        state.put(portal, "name " + i % 500, "x".repeat(1_000) + i, Instant.EPOCH);
                    }
                }));
            }
            AiSpending spending = new AiSpending(statements(database));
            for (int i = 1; i <= 6; i++) {
                spending.reserve(9, DAY, 1, 1_000);

                assertThat(amidWriting(i, killed -> new AiSpending(killed).spent(9, DAY)))
                        .isEqualTo((long) i);
            }
            over.set(true);
            for (CompletableFuture<Void> one : busy) {
                one.join();
            }
        }
    }

    @Test
    void aServerCommitsToItsDiskWhateverItsDefaultIs() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("synchronous_commit", "off")
                .start()) {
            LedgerSettings settings =
                    new LedgerSettings(folder, server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres", null);
            try (LedgerDatabase database = LedgerDatabase.open(settings, Role.RUN)) {
                assertThat(new JdbcTemplate(database.dataSource())
                                .queryForObject("SHOW synchronous_commit", String.class))
                        .isEqualTo("on");
            }
        }
    }

    private static RunLeases leases(LedgerDatabase database) {
        return RunLeases.create(
                statements(database),
                new LedgerTransactions(database.dataSource()),
                "leadscore-test",
                () -> Instant.EPOCH);
    }

    private static String put(Statements to, String value) {
        new AccountState(to).put(1, "name", value, Instant.EPOCH);
        return value;
    }

    private static String stateOf(Statements killed) {
        return String.valueOf(new AccountState(killed).get(1, "name"));
    }

    /**
     * A copy that is made while others write may have what was written last without what was written before it, in a part
     * that had been copied by then. No kill leaves such a file; it does not open, and is copied again.
     */
    private Object amidWriting(int number, Function<Statements, Object> look) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return afterAKill(number, look);
            } catch (LedgerException torn) {
                if (attempt == COPIES) {
                    throw torn;
                }
            }
        }
    }

    private Object afterAKill(int number, Function<Statements, Object> look) throws IOException {
        Path copy = Files.createDirectory(folder.resolve("killed-" + number + "-" + System.nanoTime()));
        for (String name : List.of("leadscore.mv.db", "leadscore.key")) {
            Files.copy(folder.resolve(name), copy.resolve(name));
        }
        try (LedgerDatabase killed = open(copy)) {
            return look.apply(statements(killed));
        }
    }

    private static LedgerDatabase open(Path home) {
        return LedgerDatabase.open(LedgerSettings.file(home, null), Role.SHORT);
    }

    private static Statements statements(LedgerDatabase database) {
        return new Statements(new JdbcTemplate(database.dataSource()), database);
    }
}
