package io.leadscore.delta;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Keeps a run that lost its lease from writing: a machine that slept in the middle of a chunk wakes up with old scores,
 * while its successor has written newer ones. Counts monotonic time, which goes on while the process cannot look at
 * the database. Thread-safe.
 */
final class RunFence {

    private final LongSupplier nanos;
    private volatile long heldUntil;

    RunFence(LongSupplier nanos) {
        this.nanos = nanos;
        this.heldUntil = nanos.getAsLong();
    }

    /** The lease was taken or renewed, asked for at {@code askedAt}, for at least this long. */
    void held(long askedAt, Duration atLeast) {
        heldUntil = askedAt + atLeast.toNanos();
    }

    /** Now, as {@link #held} wants it. */
    long now() {
        return nanos.getAsLong();
    }

    /** Whether the lease is surely ours. */
    boolean isHeld() {
        return nanos.getAsLong() - heldUntil <= 0;
    }

    /**
     * Lets a write pass.
     *
     * @throws IllegalStateException when the lease may be somebody else's by now
     */
    void check() {
        if (!isHeld()) {
            throw new IllegalStateException("The lease on the run expired before its scores were written");
        }
    }
}
