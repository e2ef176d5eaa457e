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
 * @param won whether it was won within the horizon
 * @param score share of all points, 0 to 1
 * @param components in their order, 0 to 1 each
 */
@SuppressWarnings("ArrayRecordComponent") // hundreds of thousands of numbers, never compared
record Observation(long at, long group, int age, boolean won, double score, double[] components) {

    /** The lead with its open deal, as the probability is computed from it. */
    Prospect prospect() {
        return new Prospect(score, Arrays.stream(components).boxed().toList(), DealState.OPEN, Ages.days(age));
    }

    /** The features of a shape, then one for each age but the first. */
    double[] row(Shape shape) {
        double[] features =
                shape.features(score, Arrays.stream(components).boxed().toList());
        double[] row = Arrays.copyOf(features, features.length + Ages.count() - 1);
        if (age > 0) {
            row[features.length + age - 1] = 1;
        }
        return row;
    }
}
