package io.leadscore.learning;

import io.leadscore.scoring.DealState;
import io.leadscore.scoring.ProbabilityCurve.Shape;
import io.leadscore.scoring.Prospect;
import java.util.Arrays;

/**
 * A snapshot as a model sees it: its score and components.
 *
 * @param at when, in milliseconds
 * @param group whose deals belong together
 * @param age which of {@link Ages} the deal had
 * @param period which of {@link Blocks} it was in
 * @param won whether it was won within the horizon
 * @param score share of all points, 0 to 1
 * @param components in their order, 0 to 1 each
 */
@SuppressWarnings("ArrayRecordComponent") // hundreds of thousands of numbers, never compared
record Observation(long at, long group, int age, int period, boolean won, double score, double[] components) {

    /** The lead with its open deal, as the probability is computed from it. */
    Prospect prospect() {
        return new Prospect(score, Arrays.stream(components).boxed().toList(), DealState.OPEN, Ages.days(age));
    }

    Observation withScore(double other) {
        return new Observation(at, group, age, period, won, other, components);
    }

    /** The score where the shape has a slope, then one for each age but the first. */
    double[] row(Shape shape) {
        int slopes = shape == Shape.FLAT ? 0 : 1;
        double[] row = new double[slopes + Ages.count() - 1];
        if (slopes > 0) {
            row[0] = score;
        }
        if (age > 0) {
            row[slopes + age - 1] = 1;
        }
        return row;
    }
}
