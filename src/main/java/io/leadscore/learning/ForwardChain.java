package io.leadscore.learning;

import java.util.Arrays;
import java.util.function.DoubleFunction;

/**
 * Chooses how strong a prior is to be: by how well each strength, fitted on what came earlier, foretells what came next,
 * again and again along time. What is foretold is centred on the rate that came: the level is learnt apart. Of
 * those that are as good within a standard error, the strongest.
 */
final class ForwardChain {

    /** Precisions: from hardly any belief to hardly any learning. */
    private static final double[] STRENGTHS = {0.1, 1, 3, 10, 30, 100, 300, 3_000};

    /** Where each fit ends and its test begins; the last test ends with the rows. */
    private static final double[] CUTS = {0.4, 0.55, 0.7, 0.85, 1};

    /** Strengths are chosen on so many of the latest rows; more would only take longer. */
    private static final int MOST_ROWS = 10_000;

    private ForwardChain() {}

    /**
     * The best strength.
     *
     * @param rows features, in order of time
     * @param won outcomes, in the same order
     * @param prior makes the prior of a strength
     */
    static double strength(double[][] rows, boolean[] won, DoubleFunction<Prior> prior) {
        int from = Math.max(0, rows.length - MOST_ROWS);
        double[][] late = Arrays.copyOfRange(rows, from, rows.length);
        boolean[] lateWon = Arrays.copyOfRange(won, from, won.length);
        double[][] losses = new double[STRENGTHS.length][];
        int best = STRENGTHS.length - 1;
        for (int i = STRENGTHS.length - 1; i >= 0; i--) {
            losses[i] = losses(late, lateWon, prior.apply(STRENGTHS[i]));
            best = sum(losses[i]) < sum(losses[best]) ? i : best;
        }
        for (int i = STRENGTHS.length - 1; i > best; i--) {
            if (isAsGood(losses[i], losses[best])) {
                return STRENGTHS[i];
            }
        }
        return STRENGTHS[best];
    }

    /** Whether one loses no more than another by a standard error of the difference. */
    private static boolean isAsGood(double[] one, double[] other) {
        double total = 0;
        double squares = 0;
        for (int i = 0; i < one.length; i++) {
            double more = one[i] - other[i];
            total += more;
            squares += more * more;
        }
        return total <= Math.sqrt(squares);
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static double[] losses(double[][] rows, boolean[] won, Prior prior) {
        int first = (int) (CUTS[0] * rows.length);
        double[] losses = new double[rows.length - first];
        for (int fold = 0; fold + 1 < CUTS.length; fold++) {
            int cut = (int) (CUTS[fold] * rows.length);
            int end = (int) (CUTS[fold + 1] * rows.length);
            LogisticFit fit = LogisticFit.roughly(Arrays.copyOf(rows, cut), Arrays.copyOf(won, cut), prior);
            double[] centred = centredLosses(fit, rows, won, cut, end);
            System.arraycopy(centred, 0, losses, cut - first, centred.length);
        }
        return losses;
    }

    private static double[] centredLosses(LogisticFit fit, double[][] rows, boolean[] won, int from, int to) {
        double[] logOdds = new double[to - from];
        int wins = 0;
        for (int i = from; i < to; i++) {
            logOdds[i - from] = fit.logOdds(rows[i]);
            wins += won[i] ? 1 : 0;
        }
        double[] foretold = Level.centred(logOdds, (double) wins / Math.max(1, logOdds.length));
        double[] losses = new double[foretold.length];
        for (int i = from; i < to; i++) {
            losses[i - from] = Predictions.surprise(foretold[i - from], won[i]);
        }
        return losses;
    }
}
