package io.leadscore.learning;

/**
 * How far the four weights may go.
 *
 * @param least of each weight, as a share
 * @param most of each weight, as a share
 * @param step by how much a weight may move in one run, as a share
 */
public record WeightLimits(double least, double most, double step) {

    private static final int HALVINGS = 100;

    /** @throws IllegalArgumentException when four weights within the limits cannot sum to 1 */
    public WeightLimits {
        if (!(least >= 0 && 4 * least <= 1 && 4 * most >= 1 && most <= 1 && step >= 0)) {
            throw new IllegalArgumentException("weights of " + least + " to " + most + " cannot sum to 1");
        }
    }

    /** The same limits for weights that may move as far as they like. */
    WeightLimits withoutStep() {
        return new WeightLimits(least, most, 1);
    }

    /**
     * The weights within the limits that are nearest to those that are wished: the Euclidean projection onto the simplex
     * cut by a box, found by halving the shift that all share.
     *
     * @param wished together 1
     * @param now from where the step is counted, together 1
     */
    double[] nearest(double[] wished, double[] now) {
        double low = -2;
        double high = 2;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (sum(shifted(wished, now, middle)) > 1) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return shifted(wished, now, high);
    }

    private double[] shifted(double[] wished, double[] now, double shift) {
        double[] shifted = new double[wished.length];
        for (int i = 0; i < wished.length; i++) {
            // A weight that is out of bounds already may stay, but not go further.
            double floor = Math.max(Math.min(least, now[i]), now[i] - step);
            double ceiling = Math.min(Math.max(most, now[i]), now[i] + step);
            shifted[i] = Math.max(floor, Math.min(ceiling, wished[i] - shift));
        }
        return shifted;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
