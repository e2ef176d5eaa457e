package io.leadscore.learning;

import java.util.Arrays;

/**
 * Turns the four weights by what they make of the difference between deals: a weight times its component's standard
 * deviation. Confined to one thread.
 */
final class WeightDials {

    /** A variance below that is none. */
    private static final double NONE = 1e-12;

    private final double[][] components;
    private final boolean[] won;
    private final double[] deviations;

    /**
     * @param components one row a look at a deal: the components in their order, 0 to 1 each
     * @param won what came
     */
    WeightDials(double[][] components, boolean[] won) {
        this.components = components;
        this.won = won;
        this.deviations = deviations(components);
    }

    /**
     * The weights nearest to those wished of which each makes no less and no more of the difference than the limits say.
     *
     * @param wished as shares
     * @param now from where the step is counted, as shares
     */
    double[] limited(double[] wished, double[] now, WeightLimits limits) {
        double[] nearest = limits.nearest(spread(wished), spread(now));
        double[] limited = new double[wished.length];
        for (int i = 0; i < limited.length; i++) {
            limited[i] = deviations[i] > 0 ? nearest[i] / deviations[i] : 0;
        }
        double sum = Arrays.stream(limited).sum();
        return sum > 0 ? Arrays.stream(limited).map(weight -> weight / sum).toArray() : wished;
    }

    /** How well weights rank the looks. */
    double rocAuc(double[] weights) {
        double[] scores = new double[components.length];
        for (int n = 0; n < scores.length; n++) {
            for (int i = 0; i < weights.length; i++) {
                scores[n] += weights[i] * components[n][i];
            }
        }
        return new Predictions(scores, won).rocAuc();
    }

    /** What each weight makes of the difference, as a share; the weights themselves where there is none. */
    private double[] spread(double[] weights) {
        double[] spread = new double[weights.length];
        double sum = 0;
        for (int i = 0; i < spread.length; i++) {
            spread[i] = weights[i] * deviations[i];
            sum += spread[i];
        }
        for (int i = 0; i < spread.length; i++) {
            spread[i] = sum > 0 ? spread[i] / sum : weights[i];
        }
        return spread;
    }

    private static double[] deviations(double[][] components) {
        double[] deviations = new double[components.length == 0 ? 0 : components[0].length];
        for (int i = 0; i < deviations.length; i++) {
            double sum = 0;
            double squares = 0;
            for (double[] row : components) {
                sum += row[i];
                squares += row[i] * row[i];
            }
            double mean = sum / components.length;
            double variance = squares / components.length - mean * mean;
            deviations[i] = variance > NONE ? Math.sqrt(variance) : 0;
        }
        return deviations;
    }
}
