package io.leadscore.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * First starts and upgrades whose process the system kills, each soon after it began to write. {@code
 * -Dleadscore.kills=100} kills so many of either.
 */
class KilledStartFunctionalTests {

    private final HomeFolder home;

    KilledStartFunctionalTests(@TempDir Path folder) {
        this.home = new HomeFolder(folder.resolve("home"));
    }

    static IntStream seeds() {
        return IntStream.range(0, Integer.getInteger("leadscore.kills", 3));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aFirstStartThatWasKilledBeginsAgain(int seed) throws Exception {
        killSoon(new Random(seed), null);

        assertThat(contacts(LedgerSettings.file(home.folder(), null))).isZero();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anUpgradeThatWasKilledLosesNothing(int seed) throws Exception {
        Files.createDirectories(home.folder());
        LedgerFileIntegrationTests.putOldHome(home);

        killSoon(new Random(seed), LedgerFileIntegrationTests.KEY);

        assertThat(contacts(LedgerSettings.file(home.folder(), LedgerFileIntegrationTests.KEY)))
                .isEqualTo(50);
    }

    /** Kills it within half a second of its first file. */
    private void killSoon(Random random, @Nullable String key) throws IOException, InterruptedException {
        Process process = ForkedOwner.start(home.folder(), key);
        try {
            while (process.isAlive() && !Files.exists(home.newDatabase().resolveSibling("leadscore.new.mv.db"))) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(500)));
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static long contacts(LedgerSettings settings) {
        try (LedgerDatabase database = LedgerDatabase.open(settings, Role.RUN)) {
            Long count =
                    new JdbcTemplate(database.dataSource()).queryForObject("SELECT COUNT(*) FROM contact", Long.class);
            return count == null ? -1 : count;
        }
    }
}
