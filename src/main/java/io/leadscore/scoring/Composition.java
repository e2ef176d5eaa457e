package io.leadscore.scoring;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How the values of signals add up to components, and these to a score: a component is the mean of its signals by their
 * shares, the score the mean of the components by their weights. Immutable.
 */
public final class Composition {

    private static final List<Component> ORDER = List.of(Component.values());
    private static final int COMPONENTS = ORDER.size();

    private final int[] component;
    private final double[] shares;
    private final double[] weights = new double[COMPONENTS];

    /**
     * @param signals in the order in which their values will be given
     * @param signalWeights share of each signal in its component, in percent, by name
     * @param componentWeights weights of the components, in percent
     */
    public Composition(List<SignalKey> signals, Map<String, Double> signalWeights, ComponentWeights componentWeights) {
        this.component =
                signals.stream().mapToInt(key -> ORDER.indexOf(key.component())).toArray();
        this.shares = signals.stream()
                .mapToDouble(key -> Check.present(signalWeights.get(key.name()), key.name()))
                .toArray();
        double[] sums = new double[COMPONENTS];
        for (int i = 0; i < shares.length; i++) {
            sums[component[i]] += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] = sums[component[i]] == 0 ? 0 : shares[i] / sums[component[i]];
        }
        for (int i = 0; i < COMPONENTS; i++) {
            weights[i] = componentWeights.of(ORDER.get(i));
        }
        double total = Arrays.stream(weights).sum();
        for (int i = 0; i < COMPONENTS; i++) {
            weights[i] /= total;
        }
    }

    /** The components, in their order, 0 to 1 each, of values of 0 to 1. */
    public double[] components(double[] values) {
        double[] sums = new double[COMPONENTS];
        for (int i = 0; i < values.length; i++) {
            sums[component[i]] += shares[i] * values[i];
        }
        return sums;
    }

    /** The score as a share of all points, 0 to 1, of components. */
    public double score(double[] components) {
        double score = 0;
        for (int i = 0; i < COMPONENTS; i++) {
            score += weights[i] * components[i];
        }
        return score;
    }
}
