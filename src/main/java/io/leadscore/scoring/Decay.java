package io.leadscore.scoring;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Exponential decay: what is one half-life old counts half. {@code 2^(-age / halfLife)}, by StrictMath, so that every
 * machine computes the same. Immutable.
 */
final class Decay {

    /** Ages up to two years of days come from a table; a score asks for some hundred. */
    private static final int TABLE = 730;

    /** By the steps that it takes to count half. Profiles know a few half-lives, and scorers are made by the dozen. */
    private static final Map<Double, double[]> TABLES = new ConcurrentHashMap<>();

    private final double[] factors;
    private final double stepsToHalve;

    Decay(Duration halfLife, TimeSteps steps) {
        this.stepsToHalve = (double) halfLife.toMillis() / steps.millis();
        this.factors = TABLES.computeIfAbsent(stepsToHalve, Decay::table);
    }

    private static double[] table(double stepsToHalve) {
        double[] factors = new double[TABLE];
        for (int age = 0; age < TABLE; age++) {
            factors[age] = factor(age, stepsToHalve);
        }
        return factors;
    }

    /** What counts 1 when new counts so much after so many steps, 0 or more. */
    double factor(long ageInSteps) {
        return ageInSteps < TABLE ? factors[(int) ageInSteps] : factor((double) ageInSteps, stepsToHalve);
    }

    /** The factor of an age and a half-life in any one unit. */
    static double factor(double age, double halfLife) {
        return StrictMath.pow(2, -age / halfLife);
    }
}
