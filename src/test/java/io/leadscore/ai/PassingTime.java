package io.leadscore.ai;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Time that passes when somebody waits, at once. Thread-safe. */
final class PassingTime implements Ticker, InstantSource {

    private final Instant start;
    private final List<Duration> waits = new ArrayList<>();
    private volatile Duration whilePolling = Duration.ZERO;
    private long nanos;

    PassingTime(Instant start) {
        this.start = start;
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized void sleep(long forNanos) {
        nanos += forNanos;
        waits.add(Duration.ofNanos(forNanos));
    }

    @Override
    public <T> @Nullable T poll(BlockingQueue<T> queue, long forNanos) throws InterruptedException {
        long end = nanos() + forNanos;
        T taken = null;
        while (taken == null && nanos() < end) {
            taken = queue.poll(10, TimeUnit.MILLISECONDS);
            if (taken == null) {
                pass(whilePolling);
            }
        }
        return taken;
    }

    /** Lets so much pass each time that a queue is empty. */
    void passWhilePolling(Duration duration) {
        whilePolling = duration;
    }

    @Override
    public synchronized Instant instant() {
        return start.plusNanos(nanos);
    }

    synchronized void pass(Duration duration) {
        nanos += duration.toNanos();
    }

    /** All that was waited for, in order. */
    synchronized List<Duration> waits() {
        return List.copyOf(waits);
    }
}
