package io.leadscore.ai;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets nothing through for a while after so many failures in a row, or after one that every other call would share; then
 * one call, by which it is decided again. Thread-safe.
 */
final class Breaker {

    private final CircuitBreaker circuit;
    private volatile @Nullable Trouble cause;
    private volatile boolean proven;

    Breaker(String name, int failures, Duration rest, InstantSource time) {
        this.circuit = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindow(failures, failures, SlidingWindowType.COUNT_BASED)
                        .failureRateThreshold(100)
                        .waitDurationInOpenState(rest)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .clock(time.withZone(ZoneOffset.UTC))
                        .build());
    }

    /** Whether a call may be sent; one that may must be followed by one of the three below. */
    boolean permits() {
        return circuit.tryAcquirePermission();
    }

    /** The call brought what it was for. */
    void succeeded() {
        proven = true;
        circuit.onSuccess(0, TimeUnit.NANOSECONDS);
    }

    /** The call was not sent, or failed by no fault of the server's. */
    void released() {
        circuit.releasePermission();
    }

    /** The call failed. */
    void failed(FailedCall failure) {
        cause = Trouble.of(failure);
        circuit.onError(0, TimeUnit.NANOSECONDS, failure);
        if (failure.kind().ends() && circuit.getState() != State.OPEN) {
            circuit.transitionToOpenState();
        }
        if (isOpen()) {
            proven = false;
        }
    }

    boolean isOpen() {
        return circuit.getState() == State.OPEN;
    }

    /** Whether a call succeeded and no rest came after; until then, calls go one at a time. */
    boolean isProven() {
        return proven;
    }

    /** What to say when time is up: of a server that never answered, that it does not. */
    Trouble timeUp() {
        return proven ? Trouble.TIME : new Trouble(Trouble.Kind.UNWELL, "did not answer in time");
    }

    /** What the last failure was. */
    Trouble cause() {
        Trouble last = cause;
        return last == null ? new Trouble(Trouble.Kind.UNWELL, "failed") : last;
    }
}
