package io.leadscore.report;

import org.jspecify.annotations.Nullable;

/**
 * A lead-to-close rate.
 *
 * @param won how many leads were won within the window
 * @param leads how many there were
 * @param percent the rate, 0 to 100; null without leads
 * @param interval of the rate, in percent, after Wilson (1927): sound for few leads and rates near 0, where the usual
 *     interval is not; null without leads
 */
public record Rate(
        long won,
        long leads,
        @Nullable Double percent,
        @Nullable Interval interval) {

    /**
     * The rate of counts.
     *
     * @throws IllegalArgumentException unless {@code 0 <= won <= leads}
     */
    static Rate of(long won, long leads) {
        if (won < 0 || won > leads) {
            throw new IllegalArgumentException(won + " won of " + leads + " leads");
        }
        return leads == 0
                ? new Rate(0, 0, null, null)
                : new Rate(won, leads, 100.0 * won / leads, wilson(won, (double) leads));
    }

    /** {@code (p + z²/2n ± z sqrt(p(1-p)/n + z²/4n²)) / (1 + z²/n)}. */
    private static Interval wilson(long won, double leads) {
        double rate = won / leads;
        double square = Interval.Z * Interval.Z / leads;
        double centre = rate + square / 2;
        double half = Math.sqrt(square * (rate * (1 - rate) + square / 4));
        return new Interval(
                100 * Math.max(0, (centre - half) / (1 + square)), 100 * Math.min(1, (centre + half) / (1 + square)));
    }

    /** Its logarithm, with the variance {@code 1/won - 1/leads}: the delta method, as Katz et al. (1978) use it. */
    Measure measure() {
        if (won < Measure.LEAST_WON) {
            return Measure.unknown(won);
        }
        double log = Math.log(won / (double) leads);
        double half = Interval.Z * Math.sqrt(1.0 / won - 1.0 / leads);
        return new Measure(won, log, log - half, log + half);
    }
}
