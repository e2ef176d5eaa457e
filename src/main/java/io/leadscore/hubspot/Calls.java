package io.leadscore.hubspot;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClientException;

/**
 * Makes calls: each waits for the limits, is repeated while that may help, and is counted. Thread-safe. What may be done
 * twice without harm (reads, setting of values, creation by name) is repeated after every failure that may pass; what
 * may not ({@link #once}) only where HubSpot is known not to have acted.
 */
final class Calls {

    /** Design.md section 1: failed calls are retried, three attempts in all. */
    static final int ATTEMPTS = 3;

    private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(1);
    /** HubSpot: after 423 wait at least two seconds (error handling guide). */
    private static final Duration LOCKED = Duration.ofSeconds(2);

    private static final Duration MIGRATING = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private final RequestBudget budget;
    private final UsageCounters counters;
    private final Ticker ticker;
    private final DoubleSupplier jitter;
    private final Translation translation;
    private final AttemptGate gate;

    /** @param jitter random numbers in [0, 1) */
    Calls(
            RequestBudget budget,
            UsageCounters counters,
            Ticker ticker,
            DoubleSupplier jitter,
            Translation translation,
            AttemptGate gate) {
        this.budget = budget;
        this.counters = counters;
        this.ticker = ticker;
        this.jitter = jitter;
        this.translation = translation;
        this.gate = gate;
    }

    /**
     * The answer.
     *
     * @throws HubSpotException when there is none to be had
     */
    <T> Answer<T> call(Family family, Supplier<ResponseEntity<T>> send, Predicate<T> readable) {
        try {
            return callOrRefusal(family, send, readable);
        } catch (FailedCall refusal) {
            throw translation.exception(refusal);
        }
    }

    /**
     * The answer.
     *
     * @throws FailedCall when HubSpot refuses what is asked
     * @throws HubSpotException when there is no answer to be had for any other reason
     */
    <T> Answer<T> callOrRefusal(Family family, Supplier<ResponseEntity<T>> send, Predicate<T> readable) {
        return call(family, send, readable, true);
    }

    /**
     * The answer to what must not be done twice.
     *
     * @throws LostAnswer when HubSpot may have acted: the call is not repeated
     * @throws FailedCall when HubSpot refuses what is asked
     * @throws HubSpotException when HubSpot did not act, for any other reason
     * @throws CancellationException when the thread was interrupted, or its attempt may not leave; HubSpot did not act
     */
    <T> Answer<T> once(Family family, Supplier<ResponseEntity<T>> send, Predicate<T> readable) {
        return call(family, send, readable, false);
    }

    private <T> Answer<T> call(
            Family family, Supplier<ResponseEntity<T>> send, Predicate<T> readable, boolean repeatable) {
        try {
            for (int attempt = 1; ; attempt++) {
                try {
                    return attempt(family, send, readable);
                } catch (FailedCall failure) {
                    if (!repeatable && failure.mayHaveActed()) {
                        throw new LostAnswer(failure.trouble());
                    }
                    stopIfInterrupted();
                    if (failure.isRateLimited()) {
                        counters.countRateLimited();
                        pause(family, failure, attempt);
                    }
                    if (failure.isRefusal()) {
                        throw failure;
                    }
                    if (attempt == ATTEMPTS || !failure.mayPass()) {
                        throw translation.exception(failure);
                    }
                    counters.countRetry();
                    backOff(failure, attempt);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw stopped();
        }
    }

    /** @throws FailedCall when it brought no answer, whatever the reason */
    private <T> Answer<T> attempt(Family family, Supplier<ResponseEntity<T>> send, Predicate<T> readable)
            throws InterruptedException {
        RequestBudget.Permit permit = budget.acquire(family);
        RateHeaders rates = RateHeaders.NONE;
        try {
            gate.check();
            counters.countSent(family);
            ResponseEntity<T> entity = send.get();
            rates = RateHeaders.of(entity.getHeaders());
            T body = entity.getBody();
            if (body == null || !readable.test(body)) {
                throw NoAnswer.unreadable();
            }
            return new Answer<>(body, Answer.serverTime(entity.getHeaders()));
        } catch (RestClientException trouble) {
            throw NoAnswer.because(trouble);
        } catch (FailedCall failure) {
            rates = failure.status() == 0 ? rates : failure.rates();
            throw failure;
        } finally {
            counters.noteDaily(rates);
            budget.answered(permit, rates);
        }
    }

    /**
     * Waits before what was answered, but does not add up, is asked again.
     *
     * @param attempt how often it was asked so far, from 1
     * @throws CancellationException when the thread was interrupted
     */
    void pauseBeforeAskingAgain(int attempt) {
        counters.countRetry();
        try {
            ticker.sleep(FIRST_BACK_OFF.multipliedBy(1L << (attempt - 1)).toNanos());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw stopped();
        }
    }

    HubSpotException translate(FailedCall call) {
        return translation.exception(call);
    }

    /**
     * After a 429 nobody may call in the window that was full until it is sure to have room again; longer after the
     * second one (as HubSpot's own Node SDK does), for whoever else fills it.
     */
    private void pause(Family family, FailedCall failure, int attempt) {
        if (failure.isDailyLimit()) {
            return;
        }
        boolean secondly = "SECONDLY".equalsIgnoreCase(failure.error().policyName());
        for (Window window : family.windows()) {
            Duration pause = Duration.ofMillis(secondly ? Window.SEARCH.spanMillis() : window.spanMillis());
            Integer seconds = failure.retryAfterSeconds();
            if (seconds != null && seconds > 0) {
                pause = Duration.ofSeconds(seconds);
            }
            budget.pause(window, capped(pause.multipliedBy(attempt)));
        }
        if (secondly) {
            budget.pause(Window.SEARCH, Duration.ofMillis(Window.SEARCH.spanMillis()));
        }
    }

    private void backOff(FailedCall failure, int attempt) throws InterruptedException {
        if (failure.isRateLimited()) {
            return; // the window's pause is wait enough
        }
        Duration wait = FIRST_BACK_OFF.multipliedBy(1L << (attempt - 1));
        if (failure.status() == 423) {
            wait = LOCKED.multipliedBy(attempt);
        } else if (failure.status() == 477) {
            Integer seconds = failure.retryAfterSeconds();
            wait = seconds == null ? MIGRATING : capped(Duration.ofSeconds(seconds));
        }
        long nanos = wait.toNanos();
        ticker.sleep(nanos + (long) (nanos * jitter.getAsDouble() / 2));
    }

    private static Duration capped(Duration pause) {
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private static void stopIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw stopped();
        }
    }

    private static CancellationException stopped() {
        return new CancellationException("Stopped while HubSpot was being called.");
    }
}
