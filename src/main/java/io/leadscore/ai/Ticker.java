package io.leadscore.ai;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Time that passes: measured and waited for. Tests let it pass at once. */
interface Ticker {

    /** Nanoseconds since some origin; never goes back. */
    long nanos();

    /** Waits this long. */
    void sleep(long nanos) throws InterruptedException;

    /** Waits this long, or until there is something in the queue, which it takes; null when there is nothing. */
    <T> @Nullable T poll(BlockingQueue<T> queue, long nanos) throws InterruptedException;

    /** The machine's own. */
    static Ticker system() {
        return new Ticker() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void sleep(long nanos) throws InterruptedException {
                TimeUnit.NANOSECONDS.sleep(nanos);
            }

            @Override
            public <T> @Nullable T poll(BlockingQueue<T> queue, long nanos) throws InterruptedException {
                return queue.poll(nanos, TimeUnit.NANOSECONDS);
            }
        };
    }
}
