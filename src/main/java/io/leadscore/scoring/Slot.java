package io.leadscore.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A signal with the points that its weights give it.
 *
 * @param signal the signal
 * @param share of its component, in percent
 * @param max most points, times 100
 * @param neutral points of the neutral value, times 100
 */
record Slot(Signal signal, double share, int max, int neutral) {

    /**
     * The signals of a weight set in the order in which they are explained, sharing exactly the scale's span: each gets its
     * weights' whole hundredths, and those with the largest remainders one more.
     */
    static List<Slot> of(WeightSet weights, TimeSteps steps) {
        int span = weights.line().spanHundredths();
        List<Signal> signals = signals(weights, steps);
        double[] shares = new double[signals.size()];
        int[] max = new int[shares.length];
        double total = 0;
        for (int i = 0; i < shares.length; i++) {
            Signal signal = signals.get(i);
            shares[i] = weights.componentWeights().of(signal.component()) * share(weights, signal);
            total += shares[i];
        }
        int left = span;
        for (int i = 0; i < shares.length; i++) {
            shares[i] *= span / total;
            max[i] = (int) shares[i];
            left -= max[i];
        }
        List<Integer> byRemainder = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            byRemainder.add(i);
        }
        byRemainder.sort(Comparator.comparingDouble((Integer i) -> max[i] - shares[i]));
        for (int i = 0; i < left; i++) {
            max[byRemainder.get(i)]++;
        }
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            Signal signal = signals.get(i);
            slots.add(new Slot(signal, share(weights, signal), max[i], (int) Math.round(max[i] * signal.neutral())));
        }
        return List.copyOf(slots);
    }

    /** The points of a value, times 100. */
    int hundredths(double value) {
        return Double.isNaN(value) ? neutral : (int) Math.round(max * value);
    }

    Contribution contribution(Evidence evidence, long now, double value) {
        @Nullable Double known = Double.isNaN(value) ? null : value;
        Signal.Value baseline = signal.baseline();
        return new Contribution(
                signal.name(),
                signal.component(),
                known,
                hundredths(value),
                max,
                baseline == null ? neutral : hundredths(baseline.of(evidence, now)),
                signal.sentence().of(evidence, now, value));
    }

    private static double share(WeightSet weights, Signal signal) {
        return Check.present(weights.signalWeights().get(signal.name()), signal.name());
    }

    /** The signals as a weight set reads them. */
    static List<Signal> signals(WeightSet weights, TimeSteps steps) {
        return signals(weights.profile(), weights.ai(), steps).stream()
                .map(signal -> {
                    Effects effects = effects(weights, signal);
                    Signal read = effects == null ? signal : signal.by(effects);
                    ValueRange range = weights.range(signal.name());
                    return range == null ? read : read.within(range);
                })
                .toList();
    }

    private static @Nullable Effects effects(WeightSet weights, Signal signal) {
        Signal.Cohorts cohorts = signal.cohorts();
        Dimension dimension =
                cohorts == null ? null : weights.cohorts().dimensions().get(cohorts.dimension());
        return dimension == null ? null : dimension.effects();
    }

    /** The signals of a profile, as they are before weights stretch them. */
    static List<Signal> signals(ScoringProfile profile, @Nullable AiContext ai, TimeSteps steps) {
        CustomSignals custom = new CustomSignals(profile, steps);
        List<Signal> signals = new ArrayList<>(new FitSignals(profile, false).inOrder());
        // Where the AI says nothing the profile's rules do, as it says them.
        signals.addAll(new AiSignals(profile, ai, new FitSignals(profile, true).inOrder()).inOrder());
        signals.addAll(custom.of(Component.FIT));
        signals.addAll(new EngagementSignals(profile, steps).inOrder());
        signals.addAll(custom.of(Component.ENGAGEMENT));
        signals.addAll(new OutcomeSignals(profile, steps).inOrder());
        signals.addAll(custom.of(Component.OUTCOME));
        signals.addAll(new RecencySignals(profile, steps).inOrder());
        signals.addAll(custom.of(Component.RECENCY));
        return signals;
    }
}
