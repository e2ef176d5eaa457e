package io.leadscore.learning;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * Compares two predictors of the same cases by drawing the groups that the cases belong to again and again (Efron 1979):
 * what a difference would be had other companies come along. Both are measured on each draw, so that what is hard for
 * both cancels out.
 */
final class PairedBootstrap {

    private static final double TAIL = 0.025;

    private final boolean[] won;
    private final int[] group;
    private final int groups;
    private final int draws;
    private final long seed;

    /**
     * @param group of each case
     * @param draws how many, some hundred
     */
    PairedBootstrap(boolean[] won, long[] group, int draws, long seed) {
        this.won = won;
        this.group = new int[group.length];
        Map<Long, Integer> numbers = new HashMap<>();
        for (int i = 0; i < group.length; i++) {
            this.group[i] = numbers.computeIfAbsent(group[i], unused -> numbers.size());
        }
        this.groups = numbers.size();
        this.draws = draws;
        this.seed = seed;
    }

    /** By how much the area under the ROC curve of one is above that of another. */
    Difference rocAuc(double[] one, double[] other) {
        Ranking first = new Ranking(one);
        Ranking second = new Ranking(other);
        return difference(times -> first.rocAuc(won, times) - second.rocAuc(won, times));
    }

    /** The area under the ROC curve itself. */
    Difference rocAuc(double[] one) {
        Ranking ranking = new Ranking(one);
        return difference(times -> ranking.rocAuc(won, times));
    }

    /** The log loss itself. */
    Difference logLoss(double[] one) {
        double[] surprise = new double[won.length];
        for (int i = 0; i < surprise.length; i++) {
            surprise[i] = Predictions.surprise(one[i], won[i]);
        }
        return difference(times -> mean(surprise, times));
    }

    /** By how much the log loss of one is below that of another. */
    Difference logLossSaved(double[] one, double[] other) {
        double[] saved = new double[won.length];
        for (int i = 0; i < saved.length; i++) {
            saved[i] = Predictions.surprise(other[i], won[i]) - Predictions.surprise(one[i], won[i]);
        }
        return difference(times -> mean(saved, times));
    }

    private static double mean(double[] values, double[] times) {
        double sum = 0;
        double count = 0;
        for (int i = 0; i < values.length; i++) {
            sum += times[i] * values[i];
            count += times[i];
        }
        return sum / count;
    }

    private Difference difference(Measure measure) {
        double[] once = new double[won.length];
        Arrays.fill(once, 1);
        double observed = measure.of(once);
        Random random = new Random(seed);
        double[] drawn = new double[draws];
        int kept = 0;
        for (int draw = 0; draw < draws; draw++) {
            double value = measure.of(times(random));
            if (!Double.isNaN(value)) {
                drawn[kept++] = value;
            }
        }
        double[] sorted = Arrays.copyOf(drawn, kept);
        Arrays.sort(sorted);
        if (kept == 0) {
            return new Difference(observed, Double.NaN, Double.NaN, Double.NaN);
        }
        int above = 0;
        for (double value : sorted) {
            above += value > 0 ? 1 : 0;
        }
        return new Difference(
                observed,
                sorted[(int) Math.floor(TAIL * (kept - 1))],
                sorted[(int) Math.ceil((1 - TAIL) * (kept - 1))],
                (double) above / kept);
    }

    private double[] times(Random random) {
        int[] drawn = new int[groups];
        for (int i = 0; i < groups; i++) {
            drawn[random.nextInt(groups)]++;
        }
        double[] times = new double[group.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = drawn[group[i]];
        }
        return times;
    }

    @FunctionalInterface
    private interface Measure {
        double of(double[] times);
    }
}
