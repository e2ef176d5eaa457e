package io.leadscore.learning;

import io.leadscore.scoring.AgeOffset;
import io.leadscore.scoring.ProbabilityCurve;
import io.leadscore.scoring.ProbabilityCurve.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Fits a curve of one shape to observations. Slopes are 0 or more and may be 0, where nothing predicts. Ages next to one
 * another have similar effects (a random walk), so that few deals of an age say little.
 */
final class CurveFit {

    /** How alike neighbouring ages are: they differ by some 0.7 in log odds. */
    private static final double AGES_ALIKE = 2;

    /** Slopes are believed to be not much larger than 10, in log odds for a full score. */
    private static final double SLOPE = 0.01;

    /** How sure a longer memory is of the rate, once it is known to have changed: to some 0.6 in log odds. */
    private static final double UNSURE = 3;

    /** How sure a longer memory is of slopes and ages. */
    private static final double SURE = 10;

    private CurveFit() {}

    /** The curve; isotonic ones are {@link IsotonicFit}'s. */
    static ProbabilityCurve of(Shape shape, List<Observation> observations) {
        return shape == Shape.ISOTONIC
                ? IsotonicFit.of(observations, of(Shape.FLAT, observations))
                : curve(shape, fit(shape, observations, prior(shape)));
    }

    /**
     * The curve of late observations, with the slopes and ages of a longer memory: what is believed of them is what the
     * longer memory knows.
     *
     * @param sureness how likely it is that the rate changed: so far it goes from the longer memory to the late ones
     */
    static ProbabilityCurve renewed(ProbabilityCurve longer, List<Observation> late, double sureness) {
        return longer.towards(latest(longer, late), sureness);
    }

    private static ProbabilityCurve latest(ProbabilityCurve longer, List<Observation> late) {
        Shape shape = longer.shape();
        if (shape == Shape.ISOTONIC) {
            return IsotonicFit.of(late, of(Shape.FLAT, late));
        }
        Prior prior = Prior.nothing(longer.coefficients().size() + Ages.count() - 1, false)
                .boundFirst(longer.coefficients().size())
                .near(0, longer.intercept(), UNSURE);
        for (int i = 0; i < longer.coefficients().size(); i++) {
            prior.near(i + 1, longer.coefficients().get(i), SURE);
        }
        for (int age = 1; age < Ages.count(); age++) {
            prior.near(
                    longer.coefficients().size() + age, longer.ages().get(age).logOdds(), SURE);
        }
        return curve(shape, fit(shape, late, prior));
    }

    private static LogisticFit fit(Shape shape, List<Observation> observations, Prior prior) {
        double[][] rows = new double[observations.size()][];
        boolean[] won = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = observations.get(i).row(shape);
            won[i] = observations.get(i).won();
        }
        return LogisticFit.of(rows, won, prior);
    }

    private static Prior prior(Shape shape) {
        int slopes = slopes(shape);
        Prior prior = Prior.nothing(slopes + Ages.count() - 1, false).boundFirst(slopes);
        for (int i = 1; i <= slopes; i++) {
            prior.near(i, 0, SLOPE);
        }
        prior.near(slopes + 1, 0, AGES_ALIKE);
        for (int age = 2; age < Ages.count(); age++) {
            prior.alike(slopes + age - 1, slopes + age, AGES_ALIKE);
        }
        return prior;
    }

    private static int slopes(Shape shape) {
        return shape.features(0.5, List.of(0.5, 0.5, 0.5, 0.5)).length;
    }

    private static ProbabilityCurve curve(Shape shape, LogisticFit fit) {
        int slopes = slopes(shape);
        List<Double> coefficients = new ArrayList<>();
        for (int i = 1; i <= slopes; i++) {
            coefficients.add(fit.coefficients()[i]);
        }
        List<AgeOffset> ages = new ArrayList<>();
        ages.add(new AgeOffset(0, 0));
        for (int age = 1; age < Ages.count(); age++) {
            ages.add(new AgeOffset(Ages.days(age), fit.coefficients()[slopes + age]));
        }
        List<Double> covariance = new ArrayList<>();
        for (double[] row : fit.covariance()) {
            for (double entry : row) {
                covariance.add(entry);
            }
        }
        return new ProbabilityCurve(shape, fit.coefficients()[0], coefficients, List.of(), ages, 0, 0, covariance);
    }
}
