package io.leadscore.recalibration;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an account's next run is due. What a clock that ran ahead has dated into the future counts as not known, so that it
 * puts off nothing once the clock is right again.
 *
 * @param interval from one run to the next, positive
 */
record Rhythm(Duration interval) {

    /** After a run that failed. */
    private static final Duration REST = Duration.ofDays(1);

    /**
     * Whether it is due now.
     *
     * @param last when the last run ended well; null: none did
     * @param attempt when the last run began, however it ended; null: none did
     * @param early whether it is due before the interval is over
     */
    boolean isDue(@Nullable Instant last, @Nullable Instant attempt, boolean early, Instant now) {
        boolean rested = last == null || !isWithin(last, interval, now);
        return (rested || early)
                && !(attempt != null && isFailure(attempt, last, now) && isWithin(attempt, rest(), now));
    }

    private static boolean isFailure(Instant attempt, @Nullable Instant last, Instant now) {
        return last == null || last.isAfter(now) || attempt.isAfter(last);
    }

    private Duration rest() {
        return REST.compareTo(interval) < 0 ? REST : interval;
    }

    private static boolean isWithin(Instant then, Duration duration, Instant now) {
        return !then.isAfter(now) && then.plus(duration).isAfter(now);
    }
}
