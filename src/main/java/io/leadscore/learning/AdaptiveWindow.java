package io.leadscore.learning;

/**
 * How far back one rate still holds: of several trailing windows the one that differs the most surely from what came
 * before, in the manner of ADWIN (Bifet and Gavalda 2007) with fixed cuts. A rate that moved last week is not averaged
 * with last year's.
 */
final class AdaptiveWindow {

    /** Trailing windows, in days. */
    private static final int[] DAYS = {7, 14, 30, 60, 90, 180, 365};

    /** How likely a change at any one cut is, before anything is seen. */
    private static final double PRIOR = 0.05;

    /** The variance of a change in log odds: half as much or twice as much is nothing unusual. */
    private static final double CHANGE = 0.5;

    private static final double LEAST_SURENESS = 0.2;

    /** A window needs so many cases, and as many wins or expected wins as {@link #LEAST_WINS}, to contradict. */
    private static final int LEAST_CASES = 60;

    private static final double LEAST_WINS = 10;

    private static final long MILLIS_A_DAY = 86_400_000L;

    private AdaptiveWindow() {}

    /**
     * A window.
     *
     * @param start its beginning in milliseconds; {@code Long.MIN_VALUE}: from the first case on
     * @param sureness how likely it is that the rate did change then, 0 to 1; 0 where nothing speaks for it
     */
    record Found(long start, double sureness) {

        static final Found ALL = new Found(Long.MIN_VALUE, 0);
    }

    /**
     * From when on cases belong to the present rate.
     *
     * @param at when each case was, in milliseconds
     * @param won what came of each
     * @param expected what was expected of each by a fit over all of them
     */
    static Found find(long[] at, boolean[] won, double[] expected) {
        long newest = Long.MIN_VALUE;
        for (long one : at) {
            newest = Math.max(newest, one);
        }
        Found found = Found.ALL;
        for (int days : DAYS) {
            long cut = newest - days * MILLIS_A_DAY;
            double sureness = sureness(at, won, expected, cut);
            if (sureness > Math.max(LEAST_SURENESS, found.sureness())) {
                found = new Found(cut, sureness);
            }
        }
        return found;
    }

    /** How likely it is that the rate changed at the cut, by what came before and what came since. */
    private static double sureness(long[] at, boolean[] won, double[] expected, long cut) {
        Part before = new Part();
        Part since = new Part();
        for (int i = 0; i < at.length; i++) {
            (at[i] > cut ? since : before).add(won[i], expected[i]);
        }
        if (!before.speaks() || !since.speaks()) {
            return 0;
        }
        double noise = before.variance() + since.variance();
        double off = before.off() - since.off();
        // Bayes factor of a change, of a size that is normal with this variance, against none (Wakefield 2009).
        double factor = StrictMath.sqrt(noise / (noise + CHANGE))
                * StrictMath.exp(off * off / (2 * noise) * CHANGE / (noise + CHANGE));
        return factor == Double.POSITIVE_INFINITY ? 1 : PRIOR * factor / (1 - PRIOR + PRIOR * factor);
    }

    /** Ratio of what came to what was expected, in logarithms, so that a doubling is as far as a halving. */
    private static final class Part {
        private int cases;
        private double wins;
        private double expected;

        void add(boolean outcome, double probability) {
            cases++;
            wins += outcome ? 1 : 0;
            expected += probability;
        }

        boolean speaks() {
            return cases >= LEAST_CASES && Math.max(wins, expected) >= LEAST_WINS;
        }

        double off() {
            return StrictMath.log((wins + 0.5) / (expected + 0.5));
        }

        double variance() {
            double rate = Math.min(0.95, (wins + 0.5) / (cases + 1));
            return (1 - rate) / (wins + 0.5);
        }
    }
}
