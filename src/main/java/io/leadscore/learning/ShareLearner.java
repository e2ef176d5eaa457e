package io.leadscore.learning;

import java.util.Arrays;

/**
 * Learns how much each of several parts, all 0 to 1, counts in their sum: a logistic regression with coefficients of 0 or
 * more, whose prior is centred on how much they count now, scaled to what the sum now says of the outcome. Few deals
 * therefore move little, and a part of which nothing is known keeps its place.
 */
final class ShareLearner {

    /** What a full sum adds to the log odds at the least, for the prior to have a scale where nothing is known yet. */
    private static final double LEAST_SCALE = 1;

    /** Of the scale hardly anything is believed. */
    private static final double LOOSE = 0.01;

    private ShareLearner() {}

    /**
     * What was learnt.
     *
     * @param coefficients how much each part adds to the log odds, 0 or more
     * @param shares the same, together 1
     * @param strength the precision of the prior that foretold best
     */
    @SuppressWarnings("ArrayRecordComponent") // hundreds of thousands of numbers, never compared
    record Learnt(double[] coefficients, double[] shares, double strength) {}

    /**
     * Learns.
     *
     * @param parts one row a deal, in order of time
     * @param won the outcomes
     * @param now how much each part counts now, together 1
     */
    static Learnt learn(double[][] parts, boolean[] won, double[] now) {
        double[] centre = now.clone();
        double scale = scale(parts, won, now);
        for (int i = 0; i < centre.length; i++) {
            centre[i] *= varies(parts, i) ? scale : LEAST_SCALE;
        }
        double strength = ForwardChain.strength(parts, won, candidate -> Prior.around(centre, candidate));
        double[] fitted =
                LogisticFit.of(parts, won, Prior.around(centre, strength)).coefficients();
        double[] coefficients = Arrays.copyOfRange(fitted, 1, fitted.length);
        double sum = Arrays.stream(coefficients).sum();
        double[] shares = now.clone();
        for (int i = 0; i < shares.length && sum > 0; i++) {
            shares[i] = coefficients[i] / sum;
        }
        return new Learnt(coefficients, shares, strength);
    }

    /** Of a part that is always the same nothing can be learnt, not even the scale. */
    private static boolean varies(double[][] parts, int part) {
        for (double[] row : parts) {
            if (row[part] != parts[0][part]) {
                return true;
            }
        }
        return false;
    }

    private static double scale(double[][] parts, boolean[] won, double[] now) {
        double[][] sums = new double[parts.length][1];
        for (int n = 0; n < parts.length; n++) {
            for (int i = 0; i < now.length; i++) {
                sums[n][0] += now[i] * parts[n][i];
            }
        }
        Prior loose = Prior.nothing(1, true).near(1, LEAST_SCALE, LOOSE);
        return Math.max(LEAST_SCALE, LogisticFit.of(sums, won, loose).coefficients()[1]);
    }
}
