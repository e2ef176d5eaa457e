package io.leadscore.hubspot;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.Condition;

/** Time that passes at once when somebody waits for it. */
final class FakeTicker implements Ticker, InstantSource {

    static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

    private long nanos;

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
    public void await(Condition condition, long duration) throws InterruptedException {
        sleep(duration);
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
