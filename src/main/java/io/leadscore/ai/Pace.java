package io.leadscore.ai;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Keeps to what may be asked in a minute, and to what the server asks to be waited. Thread-safe. */
final class Pace {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** No run takes longer; who would have to wait longer is told so. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Ticker ticker;
    private final RateLimiter requests;
    private final RateLimiter tokens;
    private final int tokensPerMinute;
    private final AtomicLong pausedUntil;

    Pace(String name, int requestsPerMinute, int tokensPerMinute, Ticker ticker) {
        this.ticker = ticker;
        this.requests = limiter(name + " requests", requestsPerMinute, ticker);
        this.tokens = limiter(name + " tokens", tokensPerMinute, ticker);
        this.tokensPerMinute = tokensPerMinute;
        this.pausedUntil = new AtomicLong(ticker.nanos());
    }

    /**
     * Waits until a request of so many tokens may be sent.
     *
     * @return false when that is not before the deadline
     */
    boolean await(long ofTokens, Deadline deadline) throws InterruptedException {
        long wait = Math.max(wait(requests, 1), wait(tokens, (int) Math.max(1, Math.min(ofTokens, tokensPerMinute))));
        if (!sleep(wait, deadline)) {
            return false;
        }
        long pause = pausedUntil.get() - ticker.nanos();
        while (pause > 0) {
            if (!sleep(pause, deadline)) {
                return false;
            }
            pause = pausedUntil.get() - ticker.nanos();
        }
        return true;
    }

    /** Lets nothing go for a while, whatever the thread. */
    void pause(Duration pause) {
        long until = ticker.nanos() + pause.toNanos();
        pausedUntil.accumulateAndGet(until, (one, other) -> one - other >= 0 ? one : other);
    }

    private boolean sleep(long nanos, Deadline deadline) throws InterruptedException {
        if (nanos >= deadline.left()) {
            return false;
        }
        if (nanos > 0) {
            ticker.sleep(nanos);
        }
        return true;
    }

    private static long wait(RateLimiter limiter, int permits) {
        long nanos = limiter.reservePermission(permits);
        return nanos < 0 ? Long.MAX_VALUE : nanos;
    }

    private static RateLimiter limiter(String name, int perMinute, Ticker ticker) {
        return RateLimiter.of(
                name,
                RateLimiterConfig.custom()
                        .limitForPeriod(perMinute)
                        .limitRefreshPeriod(MINUTE)
                        .timeoutDuration(PATIENCE)
                        .build(),
                ticker::nanos);
    }
}
