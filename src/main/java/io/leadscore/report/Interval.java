package io.leadscore.report;

/**
 * A two-sided interval of 95 % confidence.
 *
 * @param low its lower end
 * @param high its upper end
 */
public record Interval(double low, double high) {

    /** The 0.975 quantile of the standard normal distribution. */
    static final double Z = 1.959964;
}
