package io.leadscore.scoring;

import java.time.Duration;

/**
 * Exponential decay: what is one half-life old counts half. {@code 2^(-age / halfLife)}, by StrictMath, so that every
 * machine computes the same. Immutable.
 */
final class Decay {

    /** Ages up to two years of days come from a table; a score asks for some hundred. */
    private static final int TABLE = 730;

    private final double[] factors = new double[TABLE];
    private final double stepsToHalve;

    Decay(Duration halfLife, TimeSteps steps) {
        this.stepsToHalve = (double) halfLife.toMillis() / steps.millis();
        for (int age = 0; age < TABLE; age++) {
            factors[age] = compute(age);
        }
    }

    /** What counts 1 when new counts so much after so many steps, 0 or more. */
    double factor(long ageInSteps) {
        return ageInSteps < TABLE ? factors[(int) ageInSteps] : compute(ageInSteps);
    }

    /** The factor of an age and a half-life in any one unit. */
    static double factor(double age, double halfLife) {
        return StrictMath.pow(2, -age / halfLife);
    }

    private double compute(long age) {
        return factor((double) age, stepsToHalve);
    }
}
