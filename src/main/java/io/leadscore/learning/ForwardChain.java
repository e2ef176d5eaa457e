package io.leadscore.learning;

import java.util.Arrays;
import java.util.function.DoubleFunction;

/**
 * Chooses how strong a prior is to be: by how well each strength, fitted on what came earlier, foretells what came next,
 * again and again along time. Of equal ones the stronger.
 */
final class ForwardChain {

    /** Precisions: from hardly any belief to hardly any learning. */
    private static final double[] STRENGTHS = {0.1, 0.3, 1, 3, 10, 30, 100, 300, 1_000, 3_000};

    /** Where each fit ends and its test begins; the last test ends with the rows. */
    private static final double[] CUTS = {0.4, 0.55, 0.7, 0.85, 1};

    /** Strengths are chosen on so many of the latest rows; more would only take longer. */
    private static final int MOST_ROWS = 20_000;

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
        double best = STRENGTHS[STRENGTHS.length - 1];
        double least = Double.POSITIVE_INFINITY;
        for (int i = STRENGTHS.length - 1; i >= 0; i--) {
            double loss = loss(late, lateWon, prior.apply(STRENGTHS[i]));
            if (loss < least) {
                least = loss;
                best = STRENGTHS[i];
            }
        }
        return best;
    }

    private static double loss(double[][] rows, boolean[] won, Prior prior) {
        double loss = 0;
        for (int fold = 0; fold + 1 < CUTS.length; fold++) {
            int cut = (int) (CUTS[fold] * rows.length);
            int end = (int) (CUTS[fold + 1] * rows.length);
            LogisticFit fit = LogisticFit.of(Arrays.copyOf(rows, cut), Arrays.copyOf(won, cut), prior);
            for (int i = cut; i < end; i++) {
                loss += Predictions.surprise(fit.probability(rows[i]), won[i]);
            }
        }
        return loss;
    }
}
