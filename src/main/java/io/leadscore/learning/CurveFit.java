package io.leadscore.learning;

import io.leadscore.scoring.AgeOffset;
import io.leadscore.scoring.ProbabilityCurve;
import io.leadscore.scoring.ProbabilityCurve.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fits a curve of one shape to observations. Slopes are 0 or more and may be 0, where nothing predicts; they are fitted
 * within periods, so that a rate that moved is not taken for what a score says. Ages next to one another have similar
 * effects (a random walk), so that few deals of an age say little.
 */
final class CurveFit {

    /** How alike neighbouring ages are: they differ by some 0.7 in log odds. */
    private static final double AGES_ALIKE = 2;

    /** Slopes are believed to be not much larger than 10, in log odds for a full score. */
    private static final double SLOPE = 0.01;

    /** What was learnt is worth what it says on other deals, give or take so much of it. */
    private static final double UNSURE_WORTH = 0.3;

    private static final double LEAST_LEARNT = 0.01;

    /** How different periods may be: by some 3 in log odds. */
    private static final double PERIODS = 0.1;

    /** How sure a longer memory is of the rate, once it is known to have changed: to some 0.6 in log odds. */
    private static final double UNSURE = 3;

    /** How sure a longer memory is of slopes and ages. */
    private static final double SURE = 10;

    /** How sure the fit within periods is of them: they stay. */
    private static final double FIXED = 1e5;

    private CurveFit() {}

    /** Slope and ages of a curve whose level is of no account. */
    static ProbabilityCurve withoutLevel(Shape shape, List<Observation> observations) {
        return curve(shape, withinPeriods(shape, observations, 0, SLOPE), new double[0][]);
    }

    /** The same, where a slope is believed to be near one that was learnt from other deals. */
    static ProbabilityCurve near(Shape shape, List<Observation> observations, double learnt) {
        return curve(shape, withinPeriods(shape, observations, learnt, sureness(learnt)), new double[0][]);
    }

    private static LogisticFit withinPeriods(
            Shape shape, List<Observation> observations, double slope, double sureness) {
        int periods =
                1 + observations.stream().mapToInt(Observation::period).max().orElse(0);
        return fit(shape, observations, withPeriods(shape, periods, slope, sureness), periods);
    }

    /**
     * What a full score adds to the log odds on deals that were not learnt from, as a multiple of what was learnt: somewhat
     * less where chance was learnt, too.
     *
     * @param unseen looks at these deals
     * @param learnt what a full score adds as it was learnt
     */
    static double worth(List<Observation> unseen, double learnt) {
        if (!(learnt > 0) || unseen.isEmpty()) {
            return 1;
        }
        return withinPeriods(Shape.LOGISTIC, unseen, learnt, sureness(learnt)).coefficients()[1] / learnt;
    }

    private static double sureness(double learnt) {
        return 1 / (UNSURE_WORTH * UNSURE_WORTH * Math.max(learnt * learnt, LEAST_LEARNT));
    }

    /** The curve at the level of all observations together. */
    static ProbabilityCurve of(Shape shape, List<Observation> observations) {
        return of(shape, observations, 0, SLOPE);
    }

    /** The same with a slope that is known. */
    static ProbabilityCurve of(Shape shape, List<Observation> observations, double slope) {
        return of(shape, observations, slope, FIXED);
    }

    private static ProbabilityCurve of(Shape shape, List<Observation> observations, double slope, double sureness) {
        int free = slopes(shape) + Ages.count() - 1;
        double[] within = withinPeriods(shape, observations, slope, sureness).coefficients();
        Prior prior = Prior.nothing(free, false).boundFirst(slopes(shape));
        for (int i = 1; i <= free; i++) {
            prior.near(i, within[i], FIXED);
        }
        LogisticFit level = fit(shape, observations, prior, 0);
        return curve(
                shape,
                level,
                fit(shape, observations, prior(shape, free, 0, SLOPE), 0).covariance());
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
        int slopes = longer.coefficients().size();
        Prior prior = Prior.nothing(slopes + Ages.count() - 1, false)
                .boundFirst(slopes)
                .near(0, longer.intercept(), UNSURE);
        for (int i = 0; i < slopes; i++) {
            prior.near(i + 1, longer.coefficients().get(i), SURE);
        }
        for (int age = 1; age < Ages.count(); age++) {
            prior.near(slopes + age, longer.ages().get(age).logOdds(), SURE);
        }
        LogisticFit fit = fit(longer.shape(), late, prior, 0);
        return curve(longer.shape(), fit, fit.covariance());
    }

    private static LogisticFit fit(Shape shape, List<Observation> observations, Prior prior, int periods) {
        double[][] rows = new double[observations.size()][];
        boolean[] won = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            Observation one = observations.get(i);
            double[] row = one.row(shape);
            rows[i] = Arrays.copyOf(row, row.length + periods);
            if (periods > 0) {
                rows[i][row.length + one.period()] = 1;
            }
            won[i] = one.won();
        }
        return LogisticFit.of(rows, won, prior);
    }

    private static Prior withPeriods(Shape shape, int periods, double slope, double sureness) {
        int before = slopes(shape) + Ages.count() - 1;
        Prior prior = prior(shape, before + periods, slope, sureness);
        for (int period = 1; period <= periods; period++) {
            prior.near(before + period, 0, PERIODS);
        }
        return prior;
    }

    private static Prior prior(Shape shape, int size, double slope, double sureness) {
        int slopes = slopes(shape);
        Prior prior = Prior.nothing(size, false).boundFirst(slopes);
        for (int i = 1; i <= slopes; i++) {
            prior.near(i, slope, sureness);
        }
        prior.near(slopes + 1, 0, AGES_ALIKE);
        for (int age = 2; age < Ages.count(); age++) {
            prior.alike(slopes + age - 1, slopes + age, AGES_ALIKE);
        }
        return prior;
    }

    private static int slopes(Shape shape) {
        return shape == Shape.FLAT ? 0 : 1;
    }

    private static ProbabilityCurve curve(Shape shape, LogisticFit fit, double[][] covariance) {
        int slopes = slopes(shape);
        List<Double> coefficients = new ArrayList<>();
        for (int i = 1; i <= slopes; i++) {
            coefficients.add(fit.coefficients()[i]);
        }
        List<AgeOffset> ages = new ArrayList<>();
        ages.add(new AgeOffset(0, 0));
        for (int age = 1; age < Ages.count(); age++) {
            ages.add(new AgeOffset(Ages.from(age), fit.coefficients()[slopes + age]));
        }
        List<Double> entries = new ArrayList<>();
        for (double[] row : covariance) {
            for (double entry : row) {
                entries.add(entry);
            }
        }
        return new ProbabilityCurve(
                shape, fit.coefficients()[0], coefficients, List.of(), ages, 0, 0, List.of(), entries);
    }
}
