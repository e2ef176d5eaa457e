package io.leadscore.learning;

import io.leadscore.scoring.ProbabilityCurve;
import io.leadscore.scoring.ProbabilityCurve.Shape;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Learns the close probability of open deals: which shape foretells best out of time, and how far back its rate holds.
 */
final class CalibrationLearner {

    /** The share of observations, the earliest ones, on which shapes are fitted to be tried on the others. */
    private static final double EARLY = 0.7;

    /** By how many standard errors a slope must foretell better than none. */
    private static final double SLOPE_EARNED = 1.3;

    /**
     * By how many a slope for each component must foretell better than one for the score: less, for the weights of the
     * score may only move step by step, so that it is known to be behind.
     */
    private static final double COMPONENTS_EARNED = 0.5;

    /** By how many anything else must. */
    private static final double SHAPE_EARNED = 2;

    /** By how many standard errors the slope itself must be above 0 to count without that; deals are looked at often. */
    private static final double SURE_SLOPE = 3;

    private static final int LEAST_OF_EACH = 10;

    private CalibrationLearner() {}

    /**
     * What was learnt.
     *
     * @param curve the probability
     * @param windowStart from when on its rate was taken, in milliseconds; {@code Long.MIN_VALUE}: from the first
     *     observation
     * @param losses the log loss of each shape that was tried, out of time
     */
    record Learnt(ProbabilityCurve curve, long windowStart, Map<String, Double> losses) {}

    static Learnt learn(List<Observation> observations) {
        List<Observation> sorted = observations.stream()
                .sorted(Comparator.comparingLong(Observation::at).thenComparingLong(Observation::group))
                .toList();
        Map<String, Double> losses = new TreeMap<>();
        Shape shape = shape(sorted, losses);
        ProbabilityCurve longer = CurveFit.of(shape, sorted);
        AdaptiveWindow.Found window = window(sorted, longer);
        ProbabilityCurve curve = window.sureness() == 0
                ? longer
                : CurveFit.renewed(
                        longer,
                        sorted.stream().filter(one -> one.at() > window.start()).toList(),
                        window.sureness());
        return new Learnt(curve, window.start(), losses);
    }

    /** The simplest shape that none foretells better than by chance. */
    private static Shape shape(List<Observation> sorted, Map<String, Double> losses) {
        int cut = (int) (EARLY * sorted.size());
        List<Observation> early = sorted.subList(0, cut);
        List<Observation> late = sorted.subList(cut, sorted.size());
        Shape chosen = Shape.FLAT;
        if (!speaks(early) || !speaks(late)) {
            return chosen;
        }
        double[] best = losses(CurveFit.of(chosen, early), late);
        losses.put(chosen.name(), mean(best));
        if (slopeEarned(sorted)) {
            chosen = Shape.LOGISTIC;
            best = losses(CurveFit.of(chosen, early), late);
        }
        for (Shape shape : List.of(Shape.LOGISTIC, Shape.BETA, Shape.COMPONENTS, Shape.ISOTONIC)) {
            double[] tried = losses(CurveFit.of(shape, early), late);
            losses.put(shape.name(), mean(tried));
            if (standardErrors(best, tried, late) > earned(chosen, shape)) {
                chosen = shape;
                best = tried;
            }
        }
        return chosen;
    }

    private static double earned(Shape chosen, Shape shape) {
        return switch (shape) {
            case LOGISTIC -> SLOPE_EARNED;
            case COMPONENTS -> chosen == Shape.FLAT ? SHAPE_EARNED : COMPONENTS_EARNED;
            default -> SHAPE_EARNED;
        };
    }

    /** Whether the slope over all observations is too far from none for chance: few deals show it only together. */
    private static boolean slopeEarned(List<Observation> observations) {
        ProbabilityCurve curve = CurveFit.of(Shape.LOGISTIC, observations);
        int size = (int) Math.round(Math.sqrt(curve.covariance().size()));
        double variance = curve.covariance().get(size + 1);
        return curve.coefficients().get(0) > SURE_SLOPE * Math.sqrt(variance);
    }

    private static boolean speaks(List<Observation> observations) {
        long wins = observations.stream().filter(Observation::won).count();
        return wins >= LEAST_OF_EACH && observations.size() - wins >= LEAST_OF_EACH;
    }

    private static double[] losses(ProbabilityCurve curve, List<Observation> observations) {
        return observations.stream()
                .mapToDouble(one -> Predictions.surprise(probability(curve, one), one.won()))
                .toArray();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** By how many standard errors one loses more than the other, where the cases of a group are one. */
    private static double standardErrors(double[] one, double[] other, List<Observation> observations) {
        Map<Long, Double> byGroup = new HashMap<>();
        double total = 0;
        for (int i = 0; i < one.length; i++) {
            double saved = one[i] - other[i];
            total += saved;
            byGroup.merge(observations.get(i).group(), saved, Double::sum);
        }
        double mean = total / one.length;
        Map<Long, Integer> sizes = new HashMap<>();
        observations.forEach(observation -> sizes.merge(observation.group(), 1, Integer::sum));
        double squares = 0;
        for (Long group : new TreeMap<>(byGroup).keySet()) {
            double off = byGroup.getOrDefault(group, 0.0) - mean * sizes.getOrDefault(group, 0);
            squares += off * off;
        }
        return squares == 0 ? 0 : total / Math.sqrt(squares);
    }

    static double probability(ProbabilityCurve curve, Observation one) {
        return LogisticFit.probability(curve.logOdds(one.prospect()));
    }

    private static AdaptiveWindow.Found window(List<Observation> sorted, ProbabilityCurve curve) {
        List<Observation> fresh = sorted.stream().filter(one -> one.age() == 0).toList();
        return AdaptiveWindow.find(
                fresh.stream().mapToLong(Observation::at).toArray(),
                won(fresh),
                fresh.stream().mapToDouble(one -> probability(curve, one)).toArray());
    }

    private static boolean[] won(List<Observation> observations) {
        boolean[] won = new boolean[observations.size()];
        for (int i = 0; i < won.length; i++) {
            won[i] = observations.get(i).won();
        }
        return won;
    }
}
