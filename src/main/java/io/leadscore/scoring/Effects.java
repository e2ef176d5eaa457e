package io.leadscore.scoring;

import java.util.Map;

/**
 * What the values of a fact add to the log odds of winning, as the weekly job learnt it of all facts at once: what a value
 * wins because it goes along with another fact's is that one's. 0 is a lead of whom the fact says nothing. Immutable.
 *
 * @param logOdds by cohort
 * @param declared what a fit of 1 instead of 0, as the profile declares it, adds for a value that is not among the cohorts
 */
public record Effects(Map<String, Double> logOdds, double declared) {

    /** Log odds between the values 0 and 1 of a signal that is read by effects. */
    public static final double PER_UNIT = 8;

    private static final double MIDDLE = 0.5;

    public Effects {
        logOdds = Check.copy(logOdds, "log-odds");
        Check.require(Double.isFinite(declared) && declared >= 0, "declared must be 0 or more, not " + declared);
    }

    /** Log odds as a signal's value, 0 to 1. */
    public static double value(double logOdds) {
        return Math.max(0, Math.min(1, MIDDLE + logOdds / PER_UNIT));
    }

    /** What a fit that the profile declares adds to the log odds. */
    double ofDeclared(double fit) {
        return declared * (fit - MIDDLE);
    }

    /** How far any cohort's log odds are from 0. */
    public double reach() {
        return logOdds.values().stream().mapToDouble(Math::abs).max().orElse(0);
    }
}
