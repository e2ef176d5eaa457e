package io.leadscore.learning;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * Logistic regression, maximum a posteriori under a Gaussian prior, with coefficients that may be bound to be 0 or more.
 * Found by Newton's method, each step of which goes to the least of the quadratic model within the bounds, found by
 * coordinate descent where a bound is in the way (Friedman, Hastie, Tibshirani 2010); for the convex loss it ends at the
 * one optimum.
 * Sums run in the order of the rows and exponentials are StrictMath's, so that the same rows give the same bits on every
 * Java. Immutable.
 *
 * @param coefficients the intercept, then one for each feature
 * @param covariance inverse Hessian at the optimum (Laplace's approximation of the posterior), 0 for coefficients that
 *     their bound holds; row by row
 */
@SuppressWarnings("ArrayRecordComponent") // hundreds of thousands of numbers, never compared
record LogisticFit(double[] coefficients, double[][] covariance) {

    private static final int MOST_STEPS = 60;
    private static final double SMALL_STEP = 1e-9;
    private static final double ROUGH_STEP = 1e-3;
    private static final int MOST_SWEEPS = 2_000;
    /** Keeps the Hessian invertible where neither data nor prior say anything. */
    private static final double JITTER = 1e-9;

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
        return new Search(rows, won, rowWeights, prior).run();
    }

    /** The same to a thousandth, which is enough to tell which prior foretells better; without covariance. */
    static LogisticFit roughly(double[][] rows, boolean[] won, Prior prior) {
        return new LogisticFit(new Search(rows, won, ones(rows.length), prior).found(ROUGH_STEP), new double[0][]);
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

    private static final class Search {

        private final double[][] rows;
        private final boolean[] won;
        private final double[] rowWeights;
        private final Prior prior;
        private final int size;
        private double[] at;
        private double[] gradient;
        private double[][] hessian;
        /** Which features of a row are not 0. */
        private final int[] filled;

        Search(double[][] rows, boolean[] won, double[] rowWeights, Prior prior) {
            this.rows = rows;
            this.won = won;
            this.rowWeights = rowWeights;
            this.prior = prior;
            this.size = prior.size();
            this.at = prior.start();
            this.gradient = new double[size];
            this.hessian = new double[size][size];
            this.filled = new int[size];
            if (!prior.believesIntercept()) {
                // From far away Newton's first step may go to where nothing curves.
                at[0] = Level.roughly(
                        Arrays.stream(rows).mapToDouble(row -> odds(at, row)).toArray(), won);
            }
        }

        LogisticFit run() {
            double[] found = found(SMALL_STEP);
            differentiate();
            return new LogisticFit(found, covariance());
        }

        double[] found(double smallStep) {
            double loss = loss(at);
            for (int step = 0; step < MOST_STEPS; step++) {
                differentiate();
                double[] direction = direction();
                double part = 1;
                double[] next = moved(direction, part);
                double nextLoss = loss(next);
                while (nextLoss > loss && part > SMALL_STEP) {
                    part /= 2;
                    next = moved(direction, part);
                    nextLoss = loss(next);
                }
                double distance = distance(at, next);
                if (nextLoss > loss) {
                    break;
                }
                at = next;
                loss = nextLoss;
                if (distance < smallStep) {
                    break;
                }
            }
            return at;
        }

        private double loss(double[] theta) {
            double loss = prior.loss(theta);
            for (int n = 0; n < rows.length; n++) {
                double odds = odds(theta, rows[n]);
                // ln(1 + e^z) - y z, without overflow
                double positive = Math.max(odds, 0);
                loss += rowWeights[n]
                        * (positive + StrictMath.log1p(StrictMath.exp(-Math.abs(odds))) - (won[n] ? odds : 0));
            }
            return loss;
        }

        private void differentiate() {
            gradient = prior.gradient(at);
            hessian = prior.precisionCopy();
            for (int n = 0; n < rows.length; n++) {
                double[] row = rows[n];
                double p = probability(odds(at, row));
                double slope = rowWeights[n] * (p - (won[n] ? 1 : 0));
                double curve = rowWeights[n] * p * (1 - p);
                gradient[0] += slope;
                hessian[0][0] += curve;
                int known = 0;
                for (int i = 0; i < row.length; i++) {
                    if (row[i] != 0) {
                        filled[known++] = i;
                    }
                }
                for (int k = 0; k < known; k++) {
                    int i = filled[k];
                    double x = row[i];
                    double curved = curve * x;
                    double[] hessianRow = hessian[i + 1];
                    gradient[i + 1] += slope * x;
                    hessianRow[0] += curved;
                    for (int m = 0; m <= k; m++) {
                        hessianRow[filled[m] + 1] += curved * row[filled[m]];
                    }
                }
            }
            for (int i = 0; i < size; i++) {
                hessian[i][i] += JITTER;
                for (int j = 0; j < i; j++) {
                    hessian[j][i] = hessian[i][j];
                }
            }
        }

        private boolean[] free() {
            boolean[] free = new boolean[size];
            for (int i = 0; i < size; i++) {
                free[i] = !prior.isNonNegative(i) || at[i] > 0 || gradient[i] < 0;
            }
            return free;
        }

        /** From here to the least of the quadratic model within the bounds. */
        private double[] direction() {
            ArrayRealVector right = new ArrayRealVector(size);
            for (int i = 0; i < size; i++) {
                right.setEntry(i, -gradient[i]);
            }
            double[] newton = new CholeskyDecomposition(new Array2DRowRealMatrix(hessian))
                    .getSolver()
                    .solve(right)
                    .toArray();
            for (int i = 0; i < size; i++) {
                if (prior.isNonNegative(i) && at[i] + newton[i] < 0) {
                    return boundedDirection();
                }
            }
            return newton;
        }

        private double[] boundedDirection() {
            double[] direction = new double[size];
            double[] slope = gradient.clone();
            for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
                double most = 0;
                for (int i = 0; i < size; i++) {
                    double step = -slope[i] / hessian[i][i];
                    if (prior.isNonNegative(i)) {
                        step = Math.max(step, -at[i] - direction[i]);
                    }
                    direction[i] += step;
                    for (int j = 0; j < size; j++) {
                        slope[j] += hessian[j][i] * step;
                    }
                    most = Math.max(most, Math.abs(step));
                }
                if (most < SMALL_STEP) {
                    break;
                }
            }
            return direction;
        }

        private double[][] covariance() {
            int[] index = indexes(free());
            double[][] covariance = new double[size][size];
            if (index.length > 0) {
                RealMatrix inverse =
                        new CholeskyDecomposition(part(index)).getSolver().getInverse();
                for (int i = 0; i < index.length; i++) {
                    for (int j = 0; j < index.length; j++) {
                        covariance[index[i]][index[j]] = inverse.getEntry(i, j);
                    }
                }
            }
            return covariance;
        }

        private RealMatrix part(int[] index) {
            RealMatrix part = new Array2DRowRealMatrix(index.length, index.length);
            for (int i = 0; i < index.length; i++) {
                for (int j = 0; j < index.length; j++) {
                    part.setEntry(i, j, hessian[index[i]][index[j]]);
                }
            }
            return part;
        }

        private double[] moved(double[] direction, double part) {
            double[] moved = new double[size];
            for (int i = 0; i < size; i++) {
                double to = at[i] + part * direction[i];
                moved[i] = prior.isNonNegative(i) ? Math.max(0, to) : to;
            }
            return moved;
        }

        private static double odds(double[] theta, double[] row) {
            double odds = theta[0];
            for (int i = 0; i < row.length; i++) {
                odds += theta[i + 1] * row[i];
            }
            return odds;
        }

        private static int[] indexes(boolean[] free) {
            int[] index = new int[free.length];
            int count = 0;
            for (int i = 0; i < free.length; i++) {
                if (free[i]) {
                    index[count++] = i;
                }
            }
            return Arrays.copyOf(index, count);
        }

        private static double distance(double[] one, double[] other) {
            double most = 0;
            for (int i = 0; i < one.length; i++) {
                most = Math.max(most, Math.abs(one[i] - other[i]));
            }
            return most;
        }
    }
}
