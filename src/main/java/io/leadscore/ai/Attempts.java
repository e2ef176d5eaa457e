package io.leadscore.ai;

import io.leadscore.ledger.AiUse;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request up to three times, as far as limits, time and money allow, with growing waits or those that the server
 * asks for. Thread-safe.
 */
final class Attempts {

    private static final int MOST = 3;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final int GROWTH = 4;

    private final Breaker breaker;
    private final Pace pace;
    private final Purse purse;
    private final Ticker ticker;
    private final Duration timeout;

    Attempts(Breaker breaker, Pace pace, Purse purse, Ticker ticker, Duration timeout) {
        this.breaker = breaker;
        this.pace = pace;
        this.purse = purse;
        this.ticker = ticker;
        this.timeout = timeout;
    }

    Breaker breaker() {
        return breaker;
    }

    /**
     * A request.
     *
     * @param tokens how many it takes, roughly
     * @param mostMicroDollars what it costs at most
     * @param send sends it, and waits for the answer for so long
     * @param price what tokens of question and answer cost, in millionths of a dollar
     */
    record Request<T extends Metered>(
            long tokens, long mostMicroDollars, Function<Duration, T> send, LongBinaryOperator price) {}

    /**
     * The answer.
     *
     * @throws FailedCall when there is none
     * @throws Stopped when nothing more is to be sent
     */
    <T extends Metered> T answer(Run run, Request<T> request) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            Purse.Reservation reservation = permission(run, request);
            run.tally().add(Tally.REQUESTS, 1);
            run.tally().add(Tally.RETRIES, attempt == 1 ? 0 : 1);
            try {
                return sent(run, request, reservation);
            } catch (FailedCall failure) {
                Duration wait = wait(failure, attempt);
                run.tally().add(Tally.UNANSWERED, failure.kind() == FailedCall.Kind.SILENT ? 1 : 0);
                judge(run, failure, attempt, wait);
                purse.settle(run, reservation, costOf(failure, reservation));
                if (run.deadline().left() == 0) {
                    throw stopped(run, breaker.timeUp());
                }
                if (!failure.kind().passes()
                        || attempt == MOST
                        || wait.toNanos() >= run.deadline().left()) {
                    throw failure;
                }
                run.check();
                ticker.sleep(wait.toNanos());
            }
        }
    }

    private Purse.Reservation permission(Run run, Request<?> request) throws InterruptedException {
        run.check();
        if (!pace.await(request.tokens(), run.deadline())) {
            throw stopped(run, Trouble.TIME);
        }
        run.check();
        if (!breaker.permits()) {
            throw stopped(run, breaker.cause());
        }
        Purse.@Nullable Reservation reservation = null;
        try {
            reservation = purse.reserve(run, request.mostMicroDollars());
        } finally {
            if (reservation == null) {
                breaker.released();
            }
        }
        if (reservation == null) {
            throw stopped(run, Trouble.BUDGET);
        }
        return reservation;
    }

    private <T extends Metered> T sent(Run run, Request<T> request, Purse.Reservation reservation) {
        long start = ticker.nanos();
        T answer;
        try {
            answer = request.send()
                    .apply(Duration.ofNanos(Math.max(
                            1_000_000,
                            Math.min(timeout.toNanos(), run.deadline().left()))));
        } finally {
            run.tally().took(ticker.nanos() - start);
        }
        breaker.succeeded();
        boolean metered = answer.promptTokens() >= 0 && answer.completionTokens() >= 0;
        purse.settle(
                run,
                reservation,
                metered
                        ? new AiUse(
                                1,
                                answer.promptTokens(),
                                answer.completionTokens(),
                                request.price().applyAsLong(answer.promptTokens(), answer.completionTokens()))
                        : new AiUse(1, 0, 0, reservation.microDollars()));
        return answer;
    }

    /** Nobody pays for an error; what was not answered may have been done. */
    private static AiUse costOf(FailedCall failure, Purse.Reservation reservation) {
        return new AiUse(1, 0, 0, failure.kind() == FailedCall.Kind.SILENT ? reservation.microDollars() : 0);
    }

    private void judge(Run run, FailedCall failure, int attempt, Duration wait) {
        if (failure.kind() == FailedCall.Kind.TOO_LONG) {
            breaker.succeeded();
        } else if (failure.refused() != null || (failure.kind() == FailedCall.Kind.BUSY && attempt < MOST)) {
            // A parameter that is not known is not the server's fault; whoever asked may do without it.
            breaker.released();
        } else if (failure.kind() == FailedCall.Kind.SILENT
                && breaker.isProven()
                && run.deadline().left() == 0) {
            // The run's time was over, not the server's patience.
            breaker.released();
        } else {
            breaker.failed(failure);
        }
        if (failure.kind() == FailedCall.Kind.BUSY) {
            pace.pause(wait);
        }
    }

    private static Duration wait(FailedCall failure, int attempt) {
        Duration asked = failure.retryAfter();
        return asked != null ? asked : FIRST_WAIT.multipliedBy((long) Math.pow(GROWTH, attempt - 1));
    }

    private static Stopped stopped(Run run, Trouble reason) {
        run.stop(reason);
        return new Stopped();
    }
}
