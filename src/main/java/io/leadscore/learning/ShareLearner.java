package io.leadscore.learning;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Learns how much each of several parts, all 0 to 1, counts in their sum: a logistic regression with coefficients of 0 or
 * more, whose prior is centred on how much they count now, scaled to what the sum now says of the outcome. Few deals
 * therefore move little; parts that never vary, so that nothing can be learnt
 * of them, keep their place, but together no more than a twentieth.
 */
final class ShareLearner {

    /** What a full sum adds to the log odds at the least, for the prior to have a scale where nothing is known yet. */
    private static final double LEAST_SCALE = 1;

    /** Most that parts have together of which nothing can be learnt. */
    private static final double MOST_CONSTANT = 0.05;

    /** Of the scale hardly anything is believed. */
    private static final double LOOSE = 0.01;

    /** Of what is beside the parts little is believed. */
    private static final double FREE = 0.1;

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
        return learn(parts, new double[parts.length][0], won, now);
    }

    /**
     * Learns what the parts count besides something else that may count for or against.
     *
     * @param besides one row a deal, of anything
     */
    static Learnt learn(double[][] parts, double[][] besides, boolean[] won, double[] now) {
        int[] varying =
                IntStream.range(0, now.length).filter(i -> varies(parts, i)).toArray();
        double scale = scale(parts, won, now);
        double[] centre =
                Arrays.stream(varying).mapToDouble(i -> scale * now[i]).toArray();
        int free = besides.length == 0 ? 0 : besides[0].length;
        double[][] rows = new double[parts.length][];
        for (int n = 0; n < rows.length; n++) {
            rows[n] = new double[varying.length + free];
            for (int i = 0; i < varying.length; i++) {
                rows[n][i] = parts[n][varying[i]];
            }
            System.arraycopy(besides[n], 0, rows[n], varying.length, free);
        }
        double strength = ForwardChain.strength(rows, won, candidate -> Prior.around(centre, candidate, free, FREE));
        double[] all = LogisticFit.of(rows, won, Prior.around(centre, strength, free, FREE))
                .coefficients();
        double[] fitted = Arrays.copyOf(all, varying.length + 1);
        double sum = Arrays.stream(fitted).skip(1).sum();
        if (!(sum > 0)) {
            return new Learnt(now.clone(), now.clone(), strength);
        }
        double constant = 1 - Arrays.stream(varying).mapToDouble(i -> now[i]).sum();
        // What cannot be learnt of keeps its place, beside what can.
        double kept = Math.min(constant, MOST_CONSTANT);
        double[] shares = new double[now.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = constant > 0 ? now[i] / constant * kept : 0;
        }
        for (int i = 0; i < varying.length; i++) {
            shares[varying[i]] = fitted[i + 1] / sum * (1 - kept);
        }
        double[] coefficients =
                Arrays.stream(shares).map(share -> share * sum / (1 - kept)).toArray();
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
