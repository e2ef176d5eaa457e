package io.leadscore.sandbox;

import java.time.Duration;

/** An exact rolling window: never more than so many calls in any span of its length. Not thread-safe. */
final class RateWindow {

    private final long[] taken;
    private final long spanNanos;
    private int oldest;
    private int size;

    RateWindow(int limit, Duration span) {
        this.taken = new long[limit];
        this.spanNanos = span.toNanos();
    }

    /** How many calls are left at this instant. */
    int remaining(long nanos) {
        while (size > 0 && nanos - taken[oldest] >= spanNanos) {
            oldest = (oldest + 1) % taken.length;
            size--;
        }
        return taken.length - size;
    }

    /** Takes one; only after {@link #remaining} said that there is one, unless limits are not enforced. */
    void take(long nanos) {
        if (remaining(nanos) > 0) {
            taken[(oldest + size) % taken.length] = nanos;
            size++;
        }
    }
}
