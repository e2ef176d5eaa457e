package io.leadscore.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class LeasesIntegrationTests {

    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration OVER_AT_ONCE = Duration.ZERO;
    private static final String JOB = "delta";

    private final long portal = TestLedger.newPortal();
    private final Leases leases;

    LeasesIntegrationTests(TestLedger ledger) {
        this.leases = new Leases(ledger.statements(), ledger.transactions(), new ProcessTable(Path.of("/proc")));
    }

    @Test
    void isHeldByOneAtATime() {
        LeaseResult first = acquire(holder("first"), LONG);

        assertThat(first).isEqualTo(new LeaseResult(holder("first"), 1, null));
        assertThat(acquire(holder("second"), LONG)).isEqualTo(new LeaseResult(holder("first"), 0, null));
        leases.release(portal, JOB, first.epoch() + 1);
        assertThat(acquire(holder("second"), LONG).acquired()).isFalse();
        leases.release(portal, JOB, first.epoch());
        assertThat(acquire(holder("second"), LONG)).isEqualTo(new LeaseResult(holder("second"), 2, null));
    }

    @Test
    void isTakenOverWhenItExpiredByAHigherEpoch() {
        LeaseResult first = acquire(holder("first"), OVER_AT_ONCE);
        assertThat(leases.isOrphaned(portal, JOB, holder("second"))).isTrue();
        LeaseResult second = acquire(holder("second"), LONG);

        assertThat(second.takenOverFrom()).isEqualTo(holder("first"));
        assertThat(second.epoch()).isGreaterThan(first.epoch());
        assertThat(leases.renew(portal, JOB, first.epoch(), LONG)).isFalse();
        assertThat(leases.confirm(portal, JOB, first.epoch())).isFalse();
        leases.release(portal, JOB, first.epoch());
        assertThat(leases.confirm(portal, JOB, second.epoch())).isTrue();
        assertThat(leases.isOrphaned(portal, JOB, holder("third"))).isFalse();
    }

    @Test
    void isKeptByRenewals() {
        LeaseResult first = acquire(holder("first"), OVER_AT_ONCE);

        assertThat(leases.renew(portal, JOB, first.epoch(), LONG)).isTrue();
        assertThat(acquire(holder("second"), LONG).acquired()).isFalse();
        leases.release(portal, JOB, first.epoch());
        assertThat(leases.renew(portal, JOB, first.epoch(), LONG))
                .as("given back")
                .isFalse();
    }

    @Test
    void isTakenOverAtOnceFromAProcessThatIsKnownToBeDead() {
        Holder self = ProcessTable.ofSystem().self("self");
        Holder dead = new Holder(self.host(), self.pid(), self.startTicks() + 1, self.place(), "dead");
        acquire(dead, LONG);

        assertThat(leases.isOrphaned(portal, JOB, self)).isTrue();
        assertThat(acquire(self, LONG).takenOverFrom()).isEqualTo(dead);
    }

    @Test
    void isNotTakenFromAnEqualNameElsewhere() {
        Holder self = ProcessTable.ofSystem().self("self");
        acquire(new Holder(self.host(), 999_999_999, 1, "another boot", "elsewhere"), LONG);

        assertThat(leases.isOrphaned(portal, JOB, self)).isFalse();
        assertThat(acquire(self, LONG).acquired()).isFalse();
    }

    @Test
    void goesToOneOfManyThatAskAtOnce() throws Exception {
        List<Callable<LeaseResult>> askers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Holder asker = holder("asker " + i);
            askers.add(() -> acquire(asker, LONG));
        }
        ExecutorService threads = Executors.newFixedThreadPool(10);
        List<LeaseResult> results = new ArrayList<>();
        try {
            for (Future<LeaseResult> asked : threads.invokeAll(askers)) {
                results.add(asked.get());
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(results).filteredOn(LeaseResult::acquired).hasSize(1);
        assertThat(results.stream().map(LeaseResult::holder).distinct()).hasSize(1);
    }

    private LeaseResult acquire(Holder holder, Duration ttl) {
        return leases.acquire(portal, JOB, holder, ttl);
    }

    /** Nobody can see whether it lives. */
    private static Holder holder(String id) {
        return new Holder("elsewhere", 1, 0, "", id);
    }
}
