package io.leadscore.report;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long the won leads of a group took to be won.
 *
 * @param won how many leads were won within the window
 * @param medianDays their median time, in days; null when none was won
 * @param interval of the median, in days: the two times of equal rank from below and above that enclose it with 95 %
 *     confidence or more, whatever the distribution (Conover, Practical Nonparametric Statistics, 3.2); null with fewer
 *     than six won leads
 */
public record TimeToClose(
        int won, @Nullable Double medianDays, @Nullable Interval interval) {

    private static final double DAY = Duration.ofDays(1).toMillis();

    /** Above 0, that it may have a logarithm; shorter times are clerical. */
    private static final long LEAST = Duration.ofSeconds(1).toMillis();

    private static final double TAIL = 0.025;

    /** Of times in milliseconds, in ascending order. */
    static TimeToClose of(long... times) {
        int won = times.length;
        if (won == 0) {
            return new TimeToClose(0, null, null);
        }
        double median = (days(times[(won - 1) / 2]) + days(times[won / 2])) / 2;
        int rank = rank(won);
        return new TimeToClose(
                won, median, rank == 0 ? null : new Interval(days(times[rank - 1]), days(times[won - rank])));
    }

    Measure measure() {
        return medianDays == null || interval == null
                ? Measure.unknown(won)
                : new Measure(won, Math.log(medianDays), Math.log(interval.low()), Math.log(interval.high()));
    }

    /**
     * The greatest rank r, from 1, such that fewer than r of n times lie below the median with a probability of no more
     * than 2.5 %: {@code P(Binomial(n, 1/2) < r)}, summed by logarithms, which do not underflow; 0 if there is none.
     */
    private static int rank(int n) {
        double log = -n * Math.log(2);
        double cumulated = 0;
        for (int r = 0; r < n; r++) {
            cumulated += Math.exp(log);
            if (cumulated > TAIL) {
                return r;
            }
            log += Math.log((n - r) / (r + 1.0));
        }
        return 0;
    }

    private static double days(long millis) {
        return Math.max(LEAST, millis) / DAY;
    }
}
