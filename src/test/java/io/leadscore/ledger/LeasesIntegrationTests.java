package io.leadscore.ledger;

import static io.leadscore.ledger.SampleFacts.T0;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
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

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Instant EXPIRED = T0.plus(MINUTE);

    private final long portal = TestLedger.newPortal();
    private final Leases leases;

    LeasesIntegrationTests(TestLedger ledger) {
        this.leases = new Leases(ledger.statements());
    }

    @Test
    void isHeldByOneAtATime() {
        Holder first = Holder.ofThisProcess("here", "first");
        Holder second = Holder.ofThisProcess("here", "second");

        assertThat(acquire(first, T0)).isEqualTo(new LeaseResult(true, first, EXPIRED, null));
        assertThat(acquire(second, T0)).isEqualTo(new LeaseResult(false, first, EXPIRED, null));
        assertThat(acquire(first, T0)).isEqualTo(new LeaseResult(true, first, EXPIRED, null));
        leases.release(portal, "delta", second);
        assertThat(leases.holder(portal, "delta")).isEqualTo(first);
        leases.release(portal, "delta", first);
        assertThat(acquire(second, T0).acquired()).isTrue();
    }

    @Test
    void isTakenOverWhenItExpired() {
        Holder first = elsewhere("first");
        Holder second = Holder.ofThisProcess("here", "second");
        acquire(first, T0);

        assertThat(acquire(second, EXPIRED.minusMillis(1)).acquired()).isFalse();
        assertThat(acquire(second, EXPIRED).takenOverFrom()).isEqualTo(first);
        assertThat(leases.renew(portal, "delta", first, EXPIRED, MINUTE)).isFalse();
    }

    @Test
    void isKeptByHeartbeats() {
        Holder first = elsewhere("first");
        acquire(first, T0);

        assertThat(leases.renew(portal, "delta", first, T0.plusSeconds(30), MINUTE))
                .isTrue();

        assertThat(acquire(Holder.ofThisProcess("here", "second"), EXPIRED).acquired())
                .isFalse();
    }

    @Test
    void isTakenOverAtOnceFromADeadProcessOfThisHost() {
        Holder reusedPid = new Holder("here", ProcessHandle.current().pid(), T0, "dead");
        acquire(reusedPid, T0);

        assertThat(acquire(Holder.ofThisProcess("here", "second"), T0).takenOverFrom())
                .isEqualTo(reusedPid);
    }

    @Test
    void goesToOneOfManyThatAskAtOnce() throws Exception {
        List<Callable<Boolean>> askers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Holder asker = Holder.ofThisProcess("here", "asker " + i);
            askers.add(() -> acquire(asker, T0).acquired());
        }
        ExecutorService threads = Executors.newFixedThreadPool(10);
        int acquired = 0;
        try {
            for (Future<Boolean> asked : threads.invokeAll(askers)) {
                acquired += asked.get() ? 1 : 0;
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(acquired).isEqualTo(1);
    }

    private LeaseResult acquire(Holder holder, Instant now) {
        return leases.acquire(portal, "delta", holder, now, MINUTE);
    }

    private static Holder elsewhere(String id) {
        return new Holder("elsewhere", 1, T0, id);
    }
}
