package io.leadscore.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LeaseTermTests {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);
    private final AtomicReference<Instant> wall = new AtomicReference<>(Instant.parse("2026-11-23T10:00:00Z"));
    private final LeaseTerm term = new LeaseTerm(nanos::get, wall::get);

    @Test
    void isSureForAsLongAsItWasAskedFor() {
        term.held(term.now(), Duration.ofNanos(20));
        pass(20, 20);

        assertThat(term.isSure()).isTrue();
        pass(1, 0);
        assertThat(term.isSure()).isFalse();
    }

    @Test
    void isNotSureWhenTheMachineSlept() {
        term.held(term.now(), Duration.ofNanos(20));
        pass(0, 21);

        assertThat(term.isSure()).isFalse();
    }

    @Test
    void isNotSureWhenTheClockWasSetBack() {
        term.held(term.now(), Duration.ofNanos(20));
        pass(21, -1_000);

        assertThat(term.isSure()).isFalse();
    }

    private void pass(long monotonic, long ofTheWall) {
        nanos.addAndGet(monotonic);
        wall.updateAndGet(now -> now.plusNanos(ofTheWall));
    }
}
