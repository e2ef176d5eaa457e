package io.leadscore.learning;

/**
 * A Gaussian belief about the coefficients of a logistic regression: intercept first, then one for each feature.
 * Confined to one thread while it is made.
 */
final class Prior {

    private final double[] mean;
    private final double[][] precision;
    private int bound;

    private Prior(double[] mean, double[][] precision, int bound) {
        this.mean = mean;
        this.precision = precision;
        this.bound = bound;
    }

    /**
     * Coefficients of 0 or more around a centre, all equally sure; of the intercept nothing is believed.
     *
     * @param centre of the coefficients, without the intercept
     * @param strength the precision: the inverse of the variance
     */
    static Prior around(double[] centre, double strength) {
        Prior prior = nothing(centre.length, true);
        System.arraycopy(centre, 0, prior.mean, 1, centre.length);
        for (int i = 1; i <= centre.length; i++) {
            prior.precision[i][i] = strength;
        }
        return prior;
    }

    /** Nothing is believed of so many coefficients. */
    static Prior nothing(int features, boolean nonNegative) {
        return new Prior(new double[features + 1], new double[features + 1][features + 1], nonNegative ? features : 0);
    }

    /** Binds so many coefficients, the first ones, to 0 or more. */
    Prior boundFirst(int coefficients) {
        bound = coefficients;
        return this;
    }

    /**
     * Coefficients of 0 or more around a centre, then free ones, of which little is believed.
     *
     * @param strength the precision of the bound ones
     * @param free how many free ones there are
     * @param freeStrength their precision, around 0
     */
    static Prior around(double[] centre, double strength, int free, double freeStrength) {
        Prior prior = nothing(centre.length + free, false).boundFirst(centre.length);
        for (int i = 0; i < centre.length; i++) {
            prior.near(i + 1, centre[i], strength);
        }
        for (int i = 0; i < free; i++) {
            prior.near(centre.length + i + 1, 0, freeStrength);
        }
        return prior;
    }

    /** Adds that a coefficient is near a value. */
    Prior near(int coefficient, double value, double strength) {
        mean[coefficient] = value;
        precision[coefficient][coefficient] += strength;
        return this;
    }

    /** Adds that two coefficients of mean 0 are near one another. */
    Prior alike(int one, int other, double strength) {
        precision[one][one] += strength;
        precision[other][other] += strength;
        precision[one][other] -= strength;
        precision[other][one] -= strength;
        return this;
    }

    int size() {
        return mean.length;
    }

    /** Whether anything is believed of the intercept. */
    boolean believesIntercept() {
        return precision[0][0] > 0;
    }

    double[] start() {
        return mean.clone();
    }

    boolean isNonNegative(int coefficient) {
        return coefficient > 0 && coefficient <= bound;
    }

    double loss(double[] at) {
        double[] gradient = gradient(at);
        double loss = 0;
        for (int i = 0; i < at.length; i++) {
            loss += (at[i] - mean[i]) * gradient[i] / 2;
        }
        return loss;
    }

    double[] gradient(double[] at) {
        double[] gradient = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            for (int j = 0; j < at.length; j++) {
                gradient[i] += precision[i][j] * (at[j] - mean[j]);
            }
        }
        return gradient;
    }

    double[][] precisionCopy() {
        double[][] copy = new double[precision.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = precision[i].clone();
        }
        return copy;
    }
}
