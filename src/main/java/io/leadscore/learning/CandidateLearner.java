package io.leadscore.learning;

import io.leadscore.scoring.AiCap;
import io.leadscore.scoring.BuiltIn;
import io.leadscore.scoring.Component;
import io.leadscore.scoring.ComponentWeights;
import io.leadscore.scoring.Composition;
import io.leadscore.scoring.CustomSignal;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.scoring.SignalKey;
import io.leadscore.scoring.ValueRange;
import io.leadscore.scoring.WeightSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Learns how much signals count in their component, and components in the score, from the deals before the newest slice.
 *
 * <p>Signals are learnt as they are read. Those that are relative to the account's average take up only a part of 0 to 1;
 * that part is then stretched, and what the signal counts with it, which changes no order of leads and lets a component
 * use its whole room. Where there is an AI, its signals are learnt apart, as {@link AiShareLearner} says.
 */
final class CandidateLearner {

    /** A signal that alone ranks so well was most likely written by the outcome. */
    private static final double TOO_GOOD = 0.95;

    /** What takes up less than that is not stretched: it says nothing. */
    private static final double LEAST_RANGE = 0.02;

    private static final double PERCENT = 100;

    private final WeightSet incumbent;
    private final List<SignalKey> signals;
    private final Set<String> stretchable;
    private final WeightLimits limits;
    private final List<Example> fitted;
    private final double[][] values;
    private final boolean[] won;
    private final Map<String, ValueRange> ranges = new LinkedHashMap<>();
    private final Map<String, Double> signalWeights = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * @param stretchable names of the signals that are relative to the account's average
     * @param fitted the deals that may be learnt from, in order of time
     */
    CandidateLearner(
            WeightSet incumbent,
            List<SignalKey> signals,
            Set<String> stretchable,
            WeightLimits limits,
            List<Example> fitted) {
        this.incumbent = incumbent;
        this.signals = signals;
        this.stretchable = stretchable;
        this.limits = limits;
        this.fitted = fitted;
        this.values = fitted.stream().map(Example::candidate).toArray(double[][]::new);
        this.won = new boolean[values.length];
        for (int i = 0; i < won.length; i++) {
            won[i] = fitted.get(i).won();
        }
    }

    /** The names of the signals that are relative to the account's average. */
    static Set<String> stretchable(List<SignalKey> signals, ScoringProfile profile) {
        Set<String> names = new TreeSet<>();
        signals.stream()
                .filter(key -> key.component() == Component.OUTCOME)
                .map(SignalKey::name)
                .forEach(names::add);
        profile.customSignals().stream()
                .filter(CustomSignal::isLearnt)
                .map(CustomSignal::name)
                .forEach(names::add);
        return names;
    }

    /**
     * A candidate's weights.
     *
     * @param signalWeights share of each signal in its component, in percent
     * @param componentWeights of the components, in percent
     * @param ranges of the signals whose values are to be stretched, by name
     * @param notes what was peculiar, in sentences
     */
    record Learnt(
            Map<String, Double> signalWeights,
            ComponentWeights componentWeights,
            Map<String, ValueRange> ranges,
            List<String> notes) {

        /** Values as the candidate is to read them, of values that are not stretched. */
        double[] stretched(List<SignalKey> signals, double[] values) {
            double[] stretched = values.clone();
            for (int i = 0; i < stretched.length; i++) {
                ValueRange range = ranges.get(signals.get(i).name());
                stretched[i] = range == null ? values[i] : range.stretched(values[i]);
            }
            return stretched;
        }

        /** How values that are not stretched add up. */
        double[] components(List<SignalKey> signals, Composition composition, double[] values) {
            return composition.components(stretched(signals, values));
        }
    }

    Learnt learn() {
        for (Component component : Component.values()) {
            learnShares(component);
        }
        if (incumbent.ai() != null) {
            AiShareLearner.learn(incumbent, signals, fitted, ranges, signalWeights);
        }
        Map<String, Double> capped = AiCap.limited(incumbent.profile(), incumbent.componentWeights(), signalWeights);
        Learnt shares = new Learnt(capped, incumbent.componentWeights(), ranges, notes);
        Composition composition = new Composition(signals, capped, incumbent.componentWeights());
        double[][] components = new double[values.length][];
        for (int i = 0; i < components.length; i++) {
            components[i] = shares.components(signals, composition, values[i]);
        }
        double[] now = fractions(incumbent.componentWeights());
        ShareLearner.Learnt learnt = ShareLearner.learn(components, won, now);
        double[] weights = limits.nearest(learnt.shares(), now);
        ComponentWeights componentWeights = new ComponentWeights(
                PERCENT * weights[0], PERCENT * weights[1], PERCENT * weights[2], PERCENT * weights[3]);
        // With more for fit the AI's signals must have less of it.
        return new Learnt(
                AiCap.limited(incumbent.profile(), componentWeights, signalWeights), componentWeights, ranges, notes);
    }

    private void learnShares(Component component) {
        List<Integer> members = new ArrayList<>();
        for (int i = 0; i < signals.size(); i++) {
            if (signals.get(i).component() == component) {
                signalWeights.put(signals.get(i).name(), 0.0);
                boolean learntBeside =
                        incumbent.ai() != null && BuiltIn.isAi(signals.get(i).name());
                if (!learntBeside && !isTooGood(i)) {
                    members.add(i);
                }
            }
        }
        double[] now = normalised(members.stream()
                .mapToDouble(member -> unstretchedShare(signals.get(member).name()))
                .toArray());
        if (now.length == 0) {
            signals.stream()
                    .filter(key -> key.component() == component)
                    .forEach(key -> signalWeights.put(key.name(), share(key.name())));
            return;
        }
        if (!(now[0] >= 0)) {
            // The incumbent gives all to signals that were set aside.
            Arrays.fill(now, 1.0 / now.length);
        }
        double[] counts = ShareLearner.learn(rows(members), won, now).coefficients();
        for (int i = 0; i < counts.length; i++) {
            String name = signals.get(members.get(i)).name();
            ValueRange range = stretchable.contains(name) ? range(members.get(i)) : null;
            if (range != null) {
                ranges.put(name, range);
                counts[i] *= range.ceiling() - range.floor();
            }
        }
        double[] shares = normalised(counts);
        for (int i = 0; i < shares.length; i++) {
            signalWeights.put(
                    signals.get(members.get(i)).name(), shares[i] >= 0 ? PERCENT * shares[i] : PERCENT * now[i]);
        }
    }

    private double share(String signal) {
        return incumbent.signalWeights().getOrDefault(signal, 0.0);
    }

    /** What the incumbent gives to a signal, as if it did not stretch it. */
    private double unstretchedShare(String signal) {
        Map<String, ValueRange> stretched = incumbent.ranges();
        ValueRange range = stretched == null ? null : stretched.get(signal);
        return range == null ? share(signal) : share(signal) / (range.ceiling() - range.floor());
    }

    private @Nullable ValueRange range(int signal) {
        double floor = 1;
        double ceiling = 0;
        for (double[] row : values) {
            floor = Math.min(floor, row[signal]);
            ceiling = Math.max(ceiling, row[signal]);
        }
        return ceiling - floor < LEAST_RANGE ? null : new ValueRange(floor, ceiling);
    }

    private double[][] rows(List<Integer> members) {
        double[][] rows = new double[values.length][members.size()];
        for (int n = 0; n < rows.length; n++) {
            for (int i = 0; i < members.size(); i++) {
                rows[n][i] = values[n][members.get(i)];
            }
        }
        return rows;
    }

    private boolean isTooGood(int signal) {
        double[] alone = new double[values.length];
        for (int n = 0; n < alone.length; n++) {
            alone[n] = values[n][signal];
        }
        double auc = new Predictions(alone, won).rocAuc();
        boolean tooGood = auc > TOO_GOOD;
        if (tooGood) {
            notes.add("Signal " + signals.get(signal).name() + " alone foretells nearly every outcome (ROC AUC "
                    + Judge.number(auc) + "), as if it were written by it: set aside.");
        }
        return tooGood;
    }

    private static double[] fractions(ComponentWeights weights) {
        List<Double> fractions = new ArrayList<>();
        for (Component component : Component.values()) {
            fractions.add(weights.of(component));
        }
        return normalised(fractions.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Together 1; NaN when all are 0. */
    private static double[] normalised(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double[] shares = new double[values.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = values[i] / sum;
        }
        return shares;
    }
}
