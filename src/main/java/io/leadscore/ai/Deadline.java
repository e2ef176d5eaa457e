package io.leadscore.ai;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Until when something may take.
 *
 * @param ticker measures the time
 * @param end in its nanoseconds
 */
record Deadline(Ticker ticker, long end) {

    static Deadline in(Ticker ticker, Duration duration) {
        return new Deadline(ticker, ticker.nanos() + duration.toNanos());
    }

    /** Nanoseconds that are left; 0 when none are. */
    long left() {
        return Math.max(0, end - ticker.nanos());
    }

    /** Takes what comes into a queue; null when nothing does in time. */
    <T> @Nullable T poll(BlockingQueue<T> queue) throws InterruptedException {
        return ticker.poll(queue, left());
    }
}
