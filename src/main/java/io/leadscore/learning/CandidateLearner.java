package io.leadscore.learning;

import io.leadscore.scoring.BuiltIn;
import io.leadscore.scoring.CohortScheme;
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
 * Learns how much each signal counts, all of them at once, from looks at deals of all ages before the newest slice: one
 * logistic regression with coefficients of 0 or more, beside which the deal's age and the period count, so that neither is
 * taken for what a signal says. Components are sums of their signals; their weights fall out.
 *
 * <p>Signals are learnt as they are read. Those that are relative to the account's average take up only a part of 0 to 1;
 * that part is then stretched, and what the signal counts with it, which changes no order of leads and lets a component
 * use its whole room. Where there is an AI, its signals are learnt apart, as {@link AiShareLearner} says.
 */
final class CandidateLearner {

    /** What takes up less than that is not stretched: it says nothing. */
    private static final double LEAST_RANGE = 0.02;

    /** Limits of the weights give way where they cost more area under the ROC curve than that. */
    private static final double MOST_COST = 0.01;

    private static final double PERCENT = 100;

    private static final List<Component> ORDER = List.of(Component.values());

    private final WeightSet incumbent;
    private final List<SignalKey> signals;
    private final Set<String> stretchable;
    private final Set<String> setAside;
    private final WeightLimits limits;
    private final List<Example> fitted;
    private final List<Snapshot> looks;
    private final double[][] values;
    private final boolean[] won;
    private final Map<String, ValueRange> ranges = new LinkedHashMap<>();
    private final Map<String, Double> signalWeights = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * @param stretchable names of the signals that are relative to the account's average
     * @param setAside names of the signals that are doubted
     * @param fitted the deals that may be learnt from, in order of time
     * @param looks those looks at deals that may be learnt from, deal by deal in order of time
     */
    CandidateLearner(
            WeightSet incumbent,
            List<SignalKey> signals,
            Set<String> stretchable,
            Set<String> setAside,
            WeightLimits limits,
            List<Example> fitted,
            List<Snapshot> looks) {
        this.incumbent = incumbent;
        this.signals = signals;
        this.stretchable = stretchable;
        this.setAside = setAside;
        this.limits = limits;
        this.fitted = fitted;
        this.looks = looks;
        this.values = looks.stream().map(Snapshot::candidateValues).toArray(double[][]::new);
        this.won = new boolean[values.length];
        for (int i = 0; i < won.length; i++) {
            won[i] = looks.get(i).won();
        }
    }

    /** The names of the signals that are relative to the account's average. */
    static Set<String> stretchable(List<SignalKey> signals, ScoringProfile profile) {
        Set<String> names = new TreeSet<>();
        signals.stream()
                .filter(key -> key.component() == Component.OUTCOME)
                .map(SignalKey::name)
                .forEach(names::add);
        names.addAll(CohortScheme.builtIn().keySet());
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
            return CandidateLearner.stretched(ranges, signals, values);
        }

        /** How values that are not stretched add up. */
        double[] components(List<SignalKey> signals, Composition composition, double[] values) {
            return composition.components(stretched(signals, values));
        }
    }

    /** Values as a weight set with these ranges reads them, of values that are not stretched. */
    static double[] stretched(Map<String, ValueRange> ranges, List<SignalKey> signals, double[] values) {
        double[] stretched = values.clone();
        for (int i = 0; i < stretched.length; i++) {
            ValueRange range = ranges.get(signals.get(i).name());
            stretched[i] = range == null ? values[i] : range.stretched(values[i]);
        }
        return stretched;
    }

    Learnt learn() {
        double[] counts = counts();
        Component[] components = Component.values();
        double[] totals = new double[components.length];
        for (int i = 0; i < counts.length; i++) {
            totals[ORDER.indexOf(signals.get(i).component())] += counts[i];
        }
        Map<String, Double> declared = WeightSet.defaultWeights(incumbent.profile());
        for (int i = 0; i < counts.length; i++) {
            String name = signals.get(i).name();
            double total = totals[ORDER.indexOf(signals.get(i).component())];
            signalWeights.put(name, total > 0 ? percent(counts[i] / total) : declared.getOrDefault(name, 0.0));
        }
        if (incumbent.ai() != null) {
            AiShareLearner.learn(incumbent, signals, fitted, ranges, signalWeights);
        }
        double all = Arrays.stream(totals).sum();
        double[] free = all > 0 ? Arrays.stream(totals).map(one -> one / all).toArray() : incumbentWeights();
        ComponentWeights weights = ComponentWeights.ofShares(limited(free));
        return new Learnt(signalWeights, weights, ranges, notes);
    }

    /** What each signal adds to the log odds when it goes from 0 to 1, stretched; 0 for one that is not learnt here. */
    private double[] counts() {
        List<Integer> members = new ArrayList<>();
        for (int i = 0; i < signals.size(); i++) {
            String name = signals.get(i).name();
            boolean learntBeside = incumbent.ai() != null && BuiltIn.isAi(name);
            if (!learntBeside && !setAside.contains(name)) {
                members.add(i);
            }
        }
        double[] now = new double[members.size()];
        for (int i = 0; i < now.length; i++) {
            SignalKey key = signals.get(members.get(i));
            now[i] = incumbent.componentWeights().of(key.component()) * unstretchedShare(key.name());
        }
        double sum = Arrays.stream(now).sum();
        for (int i = 0; i < now.length; i++) {
            // The incumbent may give all to signals that were set aside.
            now[i] = sum > 0 ? now[i] / sum : 1.0 / now.length;
        }
        double[] learnt = ShareLearner.learn(rows(members), besides(), won, now).coefficients();
        double[] counts = new double[signals.size()];
        for (int i = 0; i < learnt.length; i++) {
            int signal = members.get(i);
            String name = signals.get(signal).name();
            ValueRange range = stretchable.contains(name) ? range(signal) : null;
            if (range != null) {
                ranges.put(name, range);
            }
            counts[signal] = range == null ? learnt[i] : learnt[i] * (range.ceiling() - range.floor());
        }
        return counts;
    }

    /** The deal's age and the period of each look. */
    private double[][] besides() {
        int periods = looks.stream().mapToInt(Snapshot::period).max().orElse(0);
        double[][] besides = new double[looks.size()][];
        for (int n = 0; n < besides.length; n++) {
            besides[n] = new double[Ages.count() - 1 + periods];
            if (looks.get(n).age() > 0) {
                besides[n][looks.get(n).age() - 1] = 1;
            }
            if (looks.get(n).period() > 0) {
                besides[n][Ages.count() - 2 + looks.get(n).period()] = 1;
            }
        }
        return besides;
    }

    /** The four weights such that what each makes of the difference between deals is within the limits, if they can be. */
    private double[] limited(double[] free) {
        Composition composition = new Composition(signals, signalWeights, incumbent.componentWeights());
        double[][] components = new double[values.length][];
        for (int n = 0; n < components.length; n++) {
            components[n] = composition.components(stretched(ranges, signals, values[n]));
        }
        WeightDials dials = new WeightDials(components, won);
        double[] limited = dials.limited(free, incumbentWeights(), isLearnt() ? limits : limits.withoutStep());
        double cost = dials.rocAuc(free) - dials.rocAuc(limited);
        if (cost > MOST_COST) {
            notes.add("The limits of the four weights gave way: they would have cost " + Judge.number(cost)
                    + " of ROC AUC on the deals that were learnt from.");
            return free;
        }
        return limited;
    }

    private boolean isLearnt() {
        return !incumbent.componentWeights().equals(incumbent.profile().weights());
    }

    private double[] incumbentWeights() {
        double[] weights = new double[Component.values().length];
        for (Component component : Component.values()) {
            weights[ORDER.indexOf(component)] = incumbent.componentWeights().of(component) / PERCENT;
        }
        return weights;
    }

    /** A whole may be a little more than its parts when these are rounded. */
    private static double percent(double share) {
        return Math.min(PERCENT, PERCENT * share);
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
}
