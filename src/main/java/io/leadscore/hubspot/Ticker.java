package io.leadscore.hubspot;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/** Time that passes: measured and waited for. Tests let it pass at once. */
interface Ticker {

    /** Nanoseconds since some origin; never goes back. */
    long nanos();

    /** Waits this long. */
    void sleep(long nanos) throws InterruptedException;

    /** Waits this long or until the condition is signalled, whichever comes first. */
    void await(Condition condition, long nanos) throws InterruptedException;

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
            @SuppressWarnings("WaitNotInLoop") // the caller loops
            public void await(Condition condition, long nanos) throws InterruptedException {
                var unused = condition.awaitNanos(nanos);
            }
        };
    }
}
