package io.leadscore.learning;

import io.leadscore.scoring.ProbabilityCurve;
import io.leadscore.scoring.ProbabilityCurve.Shape;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Learns the close probability of open deals: whether the score says anything of it, and how far back its rate holds. It is
 * a logistic in the score, so that it ranks as the score does: Platt (1999).
 */
final class CalibrationLearner {

    /** The share of observations, the earliest ones, on which a slope is fitted to be tried on the others. */
    private static final double EARLY = 0.7;

    /** Where fits end and their trials begin along time; the last trial ends with the observations. */
    private static final double[] CUTS = {0.4, 0.55, 0.7, 0.85, 1};

    /** By how many standard errors a slope must foretell better than none on what came later. */
    private static final double SLOPE_EARNED = 1.3;

    /** By how many it must where weights may have seen some of what came later, beside gaining on the latest. */
    private static final double SURELY_EARNED = 3;

    private static final int LEAST_OF_EACH = 10;

    /** Whether there is a slope is found on so many of the latest observations; more would only take longer. */
    private static final int MOST_TRIED = 60_000;

    private CalibrationLearner() {}

    /**
     * What was learnt.
     *
     * @param curve the probability
     * @param windowStart from when on its rate was taken, in milliseconds; {@code Long.MIN_VALUE}: from the first
     *     observation
     * @param losses the log loss of each shape that was tried, out of time, at the level that came
     */
    record Learnt(ProbabilityCurve curve, long windowStart, Map<String, Double> losses) {}

    /**
     * What is known of a slope from elsewhere.
     *
     * @param unseen looks at deals as weights see them that were learnt from others
     * @param learnt what a full score of these weights adds to the log odds as it was learnt
     * @param slope what a full score is worth on deals that were not learnt from
     * @param isEarned whether there is a slope is known, for the score was judged on such deals already
     */
    record Proven(List<Observation> unseen, double learnt, double slope, boolean isEarned) {

        /**
         * What weights that were learnt from others say of the deals of those that were learnt from all.
         *
         * @param unseen looks at deals as the first see them
         */
        static Proven of(List<Observation> unseen, LearntWeights proven, LearntWeights learnt, boolean isEarned) {
            return new Proven(unseen, proven.span(), CurveFit.worth(unseen, proven.span()) * learnt.span(), isEarned);
        }
    }

    static Learnt learn(List<Observation> observations, @Nullable Proven proven) {
        List<Observation> sorted = sorted(observations);
        Map<String, Double> losses = new TreeMap<>();
        Shape found = proven == null
                ? shape(sorted.subList(Math.max(0, sorted.size() - MOST_TRIED), sorted.size()), losses)
                : shape(proven, losses);
        Shape shape = proven != null && proven.isEarned() ? Shape.LOGISTIC : found;
        ProbabilityCurve longer = proven == null || shape == Shape.FLAT
                ? CurveFit.of(shape, sorted)
                : CurveFit.of(shape, sorted, proven.slope());
        AdaptiveWindow.Found window = window(sorted, longer);
        ProbabilityCurve curve = window.sureness() == 0
                ? longer
                : CurveFit.renewed(
                        longer,
                        sorted.stream().filter(one -> one.at() > window.start()).toList(),
                        window.sureness());
        return new Learnt(curve, window.start(), losses);
    }

    private static List<Observation> sorted(List<Observation> observations) {
        return observations.stream()
                .sorted(Comparator.comparingLong(Observation::at).thenComparingLong(Observation::group))
                .toList();
    }

    /** A slope only if it gains on what came later: one that is sure in the sample may be drift. */
    private static Shape shape(List<Observation> sorted, Map<String, Double> losses) {
        int cut = (int) (EARLY * sorted.size());
        List<Observation> late = sorted.subList(cut, sorted.size());
        if (!speaks(sorted.subList(0, cut)) || !speaks(late)) {
            return Shape.FLAT;
        }
        double[] flat = losses(Shape.FLAT, sorted, cut, sorted.size());
        double[] sloped = losses(Shape.LOGISTIC, sorted, cut, sorted.size());
        losses.put(Shape.FLAT.name(), mean(flat));
        losses.put(Shape.LOGISTIC.name(), mean(sloped));
        double gain = standardErrors(flat, sloped, late);
        boolean earned = gain > SLOPE_EARNED || (gain > 0 && chained(sorted) > SURELY_EARNED);
        return earned ? Shape.LOGISTIC : Shape.FLAT;
    }

    /**
     * A slope only if it gains on deals that weights were not learnt from. Each half of these is foretold with what the
     * score is worth on the other one: on deals that were learnt from it is worth too much.
     */
    private static Shape shape(Proven proven, Map<String, Double> losses) {
        List<Observation> unseen = sorted(proven.unseen());
        int half = unseen.size() / 2;
        List<Observation> first = unseen.subList(0, half);
        List<Observation> second = unseen.subList(half, unseen.size());
        if (!speaks(first) || !speaks(second)) {
            return Shape.FLAT;
        }
        double[] flat = new double[unseen.size()];
        double[] sloped = new double[flat.length];
        for (Shape shape : List.of(Shape.FLAT, Shape.LOGISTIC)) {
            double[] into = shape == Shape.FLAT ? flat : sloped;
            double[] early = losses(CurveFit.near(shape, second, proven.learnt()), first);
            double[] late = losses(CurveFit.near(shape, first, proven.learnt()), second);
            System.arraycopy(early, 0, into, 0, half);
            System.arraycopy(late, 0, into, half, late.length);
            losses.put(shape.name(), mean(into));
        }
        return standardErrors(flat, sloped, unseen) > SLOPE_EARNED ? Shape.LOGISTIC : Shape.FLAT;
    }

    /** By how many standard errors a slope gains again and again along time. */
    private static double chained(List<Observation> sorted) {
        int from = (int) (CUTS[0] * sorted.size());
        double[] flat = new double[sorted.size() - from];
        double[] sloped = new double[flat.length];
        for (int i = 0; i + 1 < CUTS.length; i++) {
            int cut = (int) (CUTS[i] * sorted.size());
            int end = (int) (CUTS[i + 1] * sorted.size());
            System.arraycopy(losses(Shape.FLAT, sorted, cut, end), 0, flat, cut - from, end - cut);
            System.arraycopy(losses(Shape.LOGISTIC, sorted, cut, end), 0, sloped, cut - from, end - cut);
        }
        return standardErrors(flat, sloped, sorted.subList(from, sorted.size()));
    }

    /** What a fit to all before the cut loses from there to the end, at the rate that came. */
    private static double[] losses(Shape shape, List<Observation> sorted, int cut, int end) {
        return losses(CurveFit.withoutLevel(shape, sorted.subList(0, cut)), sorted.subList(cut, end));
    }

    private static double[] losses(ProbabilityCurve curve, List<Observation> tried) {
        boolean[] won = won(tried);
        double[] foretold = Level.centred(
                tried.stream().mapToDouble(one -> curve.logOdds(one.prospect())).toArray(),
                new Predictions(new double[won.length], won).rate());
        double[] losses = new double[won.length];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = Predictions.surprise(foretold[i], won[i]);
        }
        return losses;
    }

    private static boolean speaks(List<Observation> observations) {
        long wins = observations.stream().filter(Observation::won).count();
        return wins >= LEAST_OF_EACH && observations.size() - wins >= LEAST_OF_EACH;
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
