package io.leadscore.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/** What a run may write, and what it may not once it lost its lease. */
@ParameterizedClass
@EnumSource
class RunLeasesIntegrationTests {

    private static final String JOB = "delta";
    private static final String NAME = "written";

    private final long portal = TestLedger.newPortal();
    private final AtomicReference<Instant> wall = new AtomicReference<>(Instant.parse("2026-11-23T10:00:00Z"));
    private final AtomicInteger told = new AtomicInteger();
    private final TestLedger ledger;
    private final Statements statements;
    private final LedgerTransactions manager;
    private final TransactionTemplate transactions;
    private final AccountState state;
    private final RunLeases leases;

    RunLeasesIntegrationTests(TestLedger ledger) {
        this.ledger = ledger;
        this.statements = ledger.statements();
        this.manager = new LedgerTransactions(ledger.dataSource());
        this.transactions = new TransactionTemplate(manager);
        this.state = new AccountState(statements);
        this.leases = RunLeases.create(statements, manager, "leadscore-test", wall::get);
    }

    @Test
    void letsOneRunAtATimeWork() {
        hold(() -> {
            assertThatThrownBy(() -> hold(() -> "a second one")).isInstanceOf(LeaseHeldException.class);
            return write("one");
        });

        assertThat(written()).isEqualTo("one");
        assertThat(hold(() -> "the next")).isEqualTo("the next");
        assertThat(told).hasValue(0);
    }

    @Test
    void commitsNothingForARunThatLostItsLease() {
        assertThatThrownBy(() -> hold(() -> {
                    write("in time");
                    takenOver();
                    return transactions.execute(status -> write("too late"));
                }))
                .isInstanceOf(LeaseLostException.class);

        assertThat(written()).isEqualTo("in time");
        assertThat(told).hasValue(1);
    }

    @Test
    void commitsNothingOutsideATransactionEither() {
        assertThatThrownBy(() -> hold(() -> {
                    takenOver();
                    return write("too late");
                }))
                .isInstanceOf(LeaseLostException.class);

        assertThat(written()).isNull();
    }

    @Test
    void takesTheRunAlongIntoOtherThreads() {
        assertThatThrownBy(() -> hold(() -> {
                    Supplier<String> late = RunLease.carried(() -> write("too late"));
                    takenOver();
                    return CompletableFuture.supplyAsync(late).join();
                }))
                .hasCauseInstanceOf(LeaseLostException.class);

        assertThat(written()).isNull();
        assertThatCode(() -> CompletableFuture.runAsync(RunLease::checkCurrent).join())
                .as("who works for no run")
                .doesNotThrowAnyException();
    }

    @Test
    void leavesAloneWhatWorksForNoRun() {
        hold(() -> {
            takenOver();
            return CompletableFuture.supplyAsync(() -> write("by a person")).join();
        });

        assertThat(written()).isEqualTo("by a person");
    }

    @Test
    void asksTheDatabaseWhenTimeAloneDoesNotTell() {
        hold(() -> {
            wall.updateAndGet(now -> now.plus(Duration.ofHours(1)));
            assertThatCode(RunLease::checkCurrent).doesNotThrowAnyException();
            takenOver();
            assertThatCode(RunLease::checkCurrent)
                    .as("sure again, by the renewal")
                    .doesNotThrowAnyException();
            wall.updateAndGet(now -> now.plus(Duration.ofHours(1)));
            assertThatThrownBy(RunLease::checkCurrent).isInstanceOf(LeaseLostException.class);
            return "";
        });

        assertThat(told).hasValue(1);
    }

    @Test
    void asksTheDatabaseApartFromTheTransactionThatItIsIn() {
        hold(() -> transactions.execute(status -> {
            wall.updateAndGet(now -> now.plus(Duration.ofHours(1)));
            RunLease.checkCurrent();
            status.setRollbackOnly();
            return "";
        }));

        assertThat(hold(() -> write("the next"))).isEqualTo("the next");
    }

    /** Whoever takes over sees all that was committed under the lease before, and nothing comes after it. */
    @Test
    void keepsATakeOverWaitingForACommitThatIsOnItsWay() {
        Leases rows = new Leases(statements, ledger.transactions(), ProcessTable.ofSystem());
        LeaseResult held = rows.acquire(portal, JOB, new Holder("elsewhere", 1, 0, "", "other"), Duration.ZERO);

        ledger.transactions().executeWithoutResult(status -> {
            assertThat(rows.confirm(portal, JOB, held.epoch())).isTrue();
            assertThatThrownBy(() ->
                            CompletableFuture.runAsync(this::takeRowForNewEpoch).join())
                    .hasCauseInstanceOf(DataAccessException.class);
            if (ledger == TestLedger.POSTGRESQL) {
                assertThat(CompletableFuture.supplyAsync(
                                        () -> rows.renew(portal, JOB, held.epoch(), Duration.ofHours(1)))
                                .join())
                        .as("a renewal does not wait")
                        .isTrue();
            }
        });

        takeRowForNewEpoch();
    }

    private void takeRowForNewEpoch() {
        ledger.transactions()
                .executeWithoutResult(status -> statements.query(
                        "SELECT epoch FROM lease WHERE portal_id = ? FOR UPDATE NOWAIT",
                        to -> to.number(portal),
                        Row::number));
    }

    private String write(String value) {
        state.put(portal, NAME, value, Instant.EPOCH);
        return value;
    }

    private @Nullable String written() {
        return state.get(portal, NAME);
    }

    private <T> T hold(Supplier<T> work) {
        return leases.whileHeld(portal, JOB, told::incrementAndGet, work);
    }

    /** Somebody else comes, as when the lease had expired. */
    private void takenOver() {
        CompletableFuture.runAsync(() -> statements.update(
                        "UPDATE lease SET epoch = epoch + 1, holder_id = 'successor' WHERE portal_id = ?",
                        to -> to.number(portal)))
                .join();
    }
}
