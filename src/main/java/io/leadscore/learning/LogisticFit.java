package io.leadscore.learning;

import java.util.Arrays;

/**
 * Logistic regression, maximum a posteriori under a Gaussian prior, with coefficients that may be bound to be 0 or more.
 * {@link NewtonSearch} ends, for the loss is convex, at the one optimum.
 * Sums run in the order of the rows and exponentials are StrictMath's, so that the same rows give the same bits on every
 * Java. Immutable.
 *
 * @param coefficients the intercept, then one for each feature
 * @param covariance inverse Hessian at the optimum (Laplace's approximation of the posterior), 0 for coefficients that
 *     their bound holds; row by row
 */
@SuppressWarnings("ArrayRecordComponent") // hundreds of thousands of numbers, never compared
record LogisticFit(double[] coefficients, double[][] covariance) {

    private static final double ROUGH_STEP = 1e-3;

    /**
     * Fits.
     *
     * @param rows the features
     * @param won the outcomes
     * @param prior what is believed of the coefficients before
     */
    static LogisticFit of(double[][] rows, boolean[] won, Prior prior) {
        return of(rows, won, ones(rows.length), prior);
    }

    /** The same with a weight, 0 or more, for each row. */
    static LogisticFit of(double[][] rows, boolean[] won, double[] rowWeights, Prior prior) {
        return new NewtonSearch(new Rows(rows, null), won, rowWeights, prior).run();
    }

    /** The same to a thousandth, which is enough to tell which prior foretells better; without covariance. */
    static LogisticFit roughly(double[][] rows, boolean[] won, Prior prior) {
        return new LogisticFit(
                new NewtonSearch(new Rows(rows, null), won, ones(rows.length), prior).found(ROUGH_STEP),
                new double[0][]);
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** The log odds of a row. */
    double logOdds(double[] row) {
        double sum = coefficients[0];
        for (int i = 0; i < row.length; i++) {
            sum += coefficients[i + 1] * row[i];
        }
        return sum;
    }

    /** The probability of a row. */
    double probability(double[] row) {
        return probability(logOdds(row));
    }

    static double probability(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }
}
