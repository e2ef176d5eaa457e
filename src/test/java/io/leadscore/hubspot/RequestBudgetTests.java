package io.leadscore.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestBudgetTests {

    /** Each window that is waited for costs the margin and the rounding of its stamps besides. */
    private static final Duration SLACK = Duration.ofMillis(BudgetTable.MARGIN_MILLIS + 2);

    private final FakeTicker time = new FakeTicker();

    @Test
    void reachesTheFloorOfARollingWindowAtZeroLatency() throws InterruptedException {
        RequestBudget budget = budget(BudgetStorage.inMemory(), 190);

        call(budget, Family.OBJECTS, 1_000);

        // 10 s * (ceil(1000 / 190) - 1) = 50 s
        assertThat(time.passed())
                .isBetween(Duration.ofSeconds(50), Duration.ofSeconds(50).plus(SLACK.multipliedBy(5)));
    }

    @Test
    void keepsSearchesAndOtherCallsApart() throws InterruptedException {
        RequestBudget budget = budget(BudgetStorage.inMemory(), 100);

        call(budget, Family.OBJECTS, 100);
        call(budget, Family.SEARCH, 4);

        assertThat(time.passed()).isZero();

        call(budget, Family.SEARCH, 1);

        assertThat(time.passed())
                .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(1).plus(SLACK));
    }

    @Test
    void countsAssociationsInTheirOwnWindowAndInTheBurst() throws InterruptedException {
        RequestBudget budget = budget(BudgetStorage.inMemory(), 190);

        call(budget, Family.ASSOCIATIONS, 150);
        call(budget, Family.OBJECTS, 40);

        assertThat(time.passed()).isZero();

        call(budget, Family.OBJECTS, 1);

        assertThat(time.passed()).isGreaterThanOrEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void freesASlotOneWindowAfterTheAnswerNotAfterTheSending() throws InterruptedException {
        RequestBudget budget = budget(BudgetStorage.inMemory(), 1);
        RequestBudget.Permit slow = budget.acquire(Family.OBJECTS);
        time.pass(Duration.ofSeconds(7));
        budget.answered(slow, RateHeaders.NONE);

        call(budget, Family.OBJECTS, 1);

        assertThat(time.passed()).isGreaterThanOrEqualTo(Duration.ofSeconds(17));
    }

    @Test
    void keepsToTheSmallestTierUntilHubSpotSaysMore() throws InterruptedException {
        RequestBudget budget = budget(BudgetStorage.inMemory(), null);

        assertThat(budget.limit(Window.BURST)).isEqualTo(100);

        budget.answered(budget.acquire(Family.OBJECTS), headers(190, 189));

        assertThat(budget.limit(Window.BURST)).isEqualTo(190);
        call(budget, Family.OBJECTS, 189);
        assertThat(time.passed()).isZero();
    }

    @Test
    void followsAShrinkingLimit() throws InterruptedException {
        RequestBudget budget = budget(BudgetStorage.inMemory(), null);
        budget.answered(budget.acquire(Family.OBJECTS), headers(190, 189));

        budget.answered(budget.acquire(Family.OBJECTS), headers(110, 108));

        assertThat(budget.limit(Window.BURST)).isEqualTo(110);
    }

    @Test
    void doesNotLearnALimitThatIsSet() throws InterruptedException {
        RequestBudget budget = budget(BudgetStorage.inMemory(), 50);

        budget.answered(budget.acquire(Family.OBJECTS), headers(190, 189));

        assertThat(budget.limit(Window.BURST)).isEqualTo(50);
    }

    @Test
    void makesRoomForAnotherAppThatUsesTheSameToken() throws InterruptedException {
        RequestBudget budget = budget(BudgetStorage.inMemory(), null);

        // HubSpot counted 90 calls, one of them ours: 10 of 100 are left.
        budget.answered(budget.acquire(Family.OBJECTS), headers(100, 10));
        call(budget, Family.OBJECTS, 10);

        assertThat(time.passed()).isZero();

        call(budget, Family.OBJECTS, 1);

        assertThat(time.passed()).isGreaterThanOrEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void doesNotTakeOwnCallsInFlightForAnotherApps() throws InterruptedException {
        RequestBudget budget = budget(BudgetStorage.inMemory(), null);
        RequestBudget.Permit first = budget.acquire(Family.OBJECTS);
        RequestBudget.Permit second = budget.acquire(Family.OBJECTS);

        // Both were counted before the first one's answer was written.
        budget.answered(first, headers(100, 98));
        budget.answered(second, headers(100, 98));
        call(budget, Family.OBJECTS, 98);

        assertThat(time.passed()).isZero();
    }

    @Test
    void letsNobodyCallWhilePaused() throws InterruptedException {
        RequestBudget budget = budget(BudgetStorage.inMemory(), 100);

        budget.pause(Window.BURST, Duration.ofSeconds(10));
        call(budget, Family.SEARCH, 1);

        assertThat(time.passed()).isZero();

        call(budget, Family.ASSOCIATIONS, 1);

        assertThat(time.passed()).isGreaterThanOrEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void canBeInterruptedWhileItWaits() throws InterruptedException {
        RequestBudget budget = budget(BudgetStorage.inMemory(), 1);
        call(budget, Family.OBJECTS, 1);

        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> budget.acquire(Family.OBJECTS)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void remembersTheLastRunsCallsAndLimit(@TempDir Path folder) throws InterruptedException {
        Path file = folder.resolve("state/budget");
        try (RequestBudget budget = budget(BudgetFile.open(file), null)) {
            budget.answered(budget.acquire(Family.OBJECTS), headers(190, 189));
            call(budget, Family.OBJECTS, 189);
        }
        time.pass(Duration.ofSeconds(4));

        try (RequestBudget next = budget(BudgetFile.open(file), null)) {
            assertThat(next.limit(Window.BURST)).isEqualTo(190);
            call(next, Family.OBJECTS, 1);
        }

        assertThat(time.passed())
                .isBetween(Duration.ofSeconds(10), Duration.ofSeconds(10).plus(SLACK));
    }

    @Test
    void countsCallsThatWereInFlightWhenTheProcessDied(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("budget");
        RequestBudget killed = budget(BudgetFile.open(file), 1);
        killed.acquire(Family.OBJECTS); // never answered, never closed
        time.pass(Duration.ofSeconds(60));
        // What a process leaves that was killed and had our own id, as in a container that was started again.
        Path left = Files.copy(file, folder.resolve("left"));

        try (RequestBudget next = budget(BudgetFile.open(left), 1)) {
            call(next, Family.OBJECTS, 1);
        }

        assertThat(time.passed()).isGreaterThanOrEqualTo(Duration.ofSeconds(70));
    }

    @Test
    void leavesCallsOfThisProcessInFlightWhenItIsOpenedAgain(@TempDir Path folder) throws InterruptedException {
        Path file = folder.resolve("budget");
        try (RequestBudget first = budget(BudgetFile.open(file), 2)) {
            first.acquire(Family.OBJECTS); // not answered
            time.pass(Duration.ofSeconds(1));
            try (RequestBudget second = budget(BudgetFile.open(file), 2)) {
                call(second, Family.OBJECTS, 3);
            }
        }

        // The unanswered call keeps its slot, so that only one is left for three calls.
        assertThat(time.passed()).isGreaterThanOrEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void sharesTheFileWithAProcessThatIsAliveAtOnce(@TempDir Path folder) throws InterruptedException {
        Path file = folder.resolve("budget");
        try (RequestBudget one = budget(BudgetFile.open(file), 100);
                RequestBudget other = budget(BudgetFile.open(file), 100)) {
            call(one, Family.OBJECTS, 60);
            call(other, Family.OBJECTS, 40);

            assertThat(time.passed()).isZero();

            call(one, Family.OBJECTS, 1);
        }

        assertThat(time.passed()).isGreaterThanOrEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void startsCautiouslyFromAFileThatIsGarbage(@TempDir Path folder) throws Exception {
        Path shortFile = Files.writeString(folder.resolve("short"), "garbage");
        Path longFile = Files.write(folder.resolve("long"), garbage());

        try (RequestBudget budget = budget(BudgetFile.open(shortFile), null)) {
            call(budget, Family.OBJECTS, 1);
        }
        assertThat(time.passed()).isGreaterThanOrEqualTo(Duration.ofSeconds(10));

        Duration before = time.passed();
        try (RequestBudget budget = budget(BudgetFile.open(longFile), null)) {
            call(budget, Family.OBJECTS, 100);
        }
        assertThat(time.passed().minus(before)).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(11));
    }

    @Test
    void letsOnlyTheOwnerReadTheFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("budget");

        budget(BudgetFile.open(file), null).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private static byte[] garbage() {
        byte[] bytes = new byte[BudgetTable.SIZE];
        new java.util.Random(7).nextBytes(bytes);
        return bytes;
    }

    private RequestBudget budget(BudgetStorage storage, @Nullable Integer burstLimit) {
        return new RequestBudget(storage, burstLimit, 4, time, time);
    }

    private static void call(RequestBudget budget, Family family, int times) throws InterruptedException {
        for (int call = 0; call < times; call++) {
            budget.answered(budget.acquire(family), RateHeaders.NONE);
        }
    }

    private static RateHeaders headers(int max, int remaining) {
        return new RateHeaders(max, remaining, 10_000, null, null);
    }
}
