package io.leadscore.learning;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * The way to the optimum of a logistic regression: Newton's method, each step of which goes to the least of the quadratic
 * model within the bounds, found by coordinate descent where a bound is in the way (Friedman, Hastie, Tibshirani 2010).
 * Confined to one thread.
 */
final class NewtonSearch {

    private static final int MOST_STEPS = 60;
    private static final double SMALL_STEP = 1e-9;
    private static final int MOST_SWEEPS = 2_000;

    /** Keeps the Hessian invertible where neither data nor prior say anything. */
    private static final double JITTER = 1e-9;

    private final Rows rows;
    private final boolean[] won;
    private final double[] rowWeights;
    private final Prior prior;
    private final int size;
    private double[] at;
    private double[] gradient;
    private double[][] hessian;
    /** Which features of a row are not 0, and these. */
    private final int[] filled;

    private final double[] values;

    /** Begins where the prior is, at the level of the outcomes. */
    NewtonSearch(Rows rows, boolean[] won, double[] rowWeights, Prior prior) {
        this(rows, won, rowWeights, prior, prior.start());
        if (!prior.believesIntercept()) {
            double[] odds = new double[rows.count()];
            for (int n = 0; n < odds.length; n++) {
                odds[n] = rows.odds(at, n);
            }
            // From far away Newton's first step may go to where nothing curves.
            at[0] = Level.roughly(odds, won);
        }
    }

    /** Begins at these coefficients. */
    NewtonSearch(Rows rows, boolean[] won, double[] rowWeights, Prior prior, double[] start) {
        this.rows = rows;
        this.won = won;
        this.rowWeights = rowWeights;
        this.prior = prior;
        this.size = prior.size();
        this.at = start;
        this.gradient = new double[size];
        this.hessian = new double[size][size];
        this.filled = new int[size];
        this.values = new double[size];
    }

    /** The optimum. */
    LogisticFit run() {
        double[] found = found(SMALL_STEP);
        differentiate();
        return new LogisticFit(found, covariance());
    }

    /** Goes on until a step is small. */
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
        for (int n = 0; n < won.length; n++) {
            double odds = rows.odds(theta, n);
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
        for (int n = 0; n < won.length; n++) {
            double p = LogisticFit.probability(rows.odds(at, n));
            double slope = rowWeights[n] * (p - (won[n] ? 1 : 0));
            double curve = rowWeights[n] * p * (1 - p);
            gradient[0] += slope;
            hessian[0][0] += curve;
            int known = rows.filled(n, filled, values);
            for (int k = 0; k < known; k++) {
                double curved = curve * values[k];
                double[] hessianRow = hessian[filled[k] + 1];
                gradient[filled[k] + 1] += slope * values[k];
                hessianRow[0] += curved;
                for (int m = 0; m <= k; m++) {
                    hessianRow[filled[m] + 1] += curved * values[m];
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

    /** Of the coefficients at which was differentiated last; 0 of those that a bound holds. */
    double[][] covariance() {
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
