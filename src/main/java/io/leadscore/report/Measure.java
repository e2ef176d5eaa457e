package io.leadscore.report;

/**
 * A measure of a group of leads on the scale of natural logarithms, on which relative changes are differences.
 *
 * @param won how many won leads it rests on
 * @param log logarithm of the estimate; NaN when there are too few won leads
 * @param low logarithm of the lower end of its interval of 95 % confidence
 * @param high logarithm of the upper end
 */
record Measure(long won, double log, double low, double high) {

    /**
     * With fewer won leads a median has no interval of 95 % confidence, and a rate's logarithm is far from normal.
     */
    static final int LEAST_WON = 6;

    static Measure unknown(long won) {
        return new Measure(won, Double.NaN, Double.NaN, Double.NaN);
    }

    boolean isKnown() {
        return !Double.isNaN(log);
    }

    /** The variance that a normal distribution with this interval has. */
    double variance() {
        double deviation = (high - low) / (2 * Interval.Z);
        return deviation * deviation;
    }
}
