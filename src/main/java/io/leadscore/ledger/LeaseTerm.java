package io.leadscore.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * How long a lease is surely held without asking the database. Two clocks have to agree, for one stands still while the
 * machine sleeps and the other may be set. Thread-safe.
 */
final class LeaseTerm {

    private final LongSupplier nanos;
    private final InstantSource clock;
    private volatile Moment sureUntil;

    LeaseTerm(LongSupplier nanos, InstantSource clock) {
        this.nanos = nanos;
        this.clock = clock;
        this.sureUntil = now();
    }

    /**
     * A point in time, by both clocks.
     *
     * @param nanos monotonic
     * @param instant of the wall
     */
    record Moment(long nanos, Instant instant) {}

    Moment now() {
        return new Moment(nanos.getAsLong(), clock.instant());
    }

    /** The lease was taken or renewed, asked for at that moment, for at least this long. */
    void held(Moment askedAt, Duration atLeast) {
        sureUntil = new Moment(
                askedAt.nanos() + atLeast.toNanos(), askedAt.instant().plus(atLeast));
    }

    boolean isSure() {
        Moment until = sureUntil;
        Moment now = now();
        return now.nanos() - until.nanos() <= 0 && !now.instant().isAfter(until.instant());
    }
}
