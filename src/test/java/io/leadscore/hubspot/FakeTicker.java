package io.leadscore.hubspot;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.Condition;

/**
 * Time that passes at once when somebody waits for it. Where several threads have calls under way, it passes only when no
 * answer came for a while: else it would run ahead of answers that are on their way, as far as calls count as lost.
 */
final class FakeTicker implements Ticker, InstantSource {

    static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

    private static final Duration FOR_ANSWERS = Duration.ofMillis(20);

    private final Duration patience;
    private long nanos;

    FakeTicker() {
        this(Duration.ZERO);
    }

    private FakeTicker(Duration patience) {
        this.patience = patience;
    }

    static FakeTicker amongThreads() {
        return new FakeTicker(FOR_ANSWERS);
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized void sleep(long duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        nanos += duration;
    }

    @Override
    @SuppressWarnings("WaitNotInLoop") // the caller loops
    public void await(Condition condition, long duration) throws InterruptedException {
        if (patience.isZero() || condition.awaitNanos(patience.toNanos()) <= 0) {
            sleep(duration);
        }
    }

    @Override
    public Instant instant() {
        return START.plusNanos(nanos());
    }

    synchronized void pass(Duration duration) {
        nanos += duration.toNanos();
    }

    Duration passed() {
        return Duration.ofNanos(nanos());
    }
}
