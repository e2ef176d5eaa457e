package io.leadscore.learning;

import io.leadscore.scoring.BuiltIn;
import io.leadscore.scoring.CohortScheme;
import io.leadscore.scoring.Component;
import io.leadscore.scoring.ComponentWeights;
import io.leadscore.scoring.Composition;
import io.leadscore.scoring.Dimension;
import io.leadscore.scoring.Effects;
import io.leadscore.scoring.SignalKey;
import io.leadscore.scoring.ValueRange;
import io.leadscore.scoring.WeightSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Learns how much each signal counts and what the cohorts of facts are worth, all at once, from looks at deals of all ages:
 * {@link JointFit}. Components are sums of their signals; their weights fall out.
 *
 * <p>Signals that are relative, to the account's average or to what cohorts add to the odds, take up only a part of 0 to 1;
 * that part is then stretched, and what the signal counts with it, which changes no order of leads and lets a component
 * use its whole room. Where there is an AI, its signals are learnt apart, as {@link AiShareLearner} says.
 */
final class CandidateLearner {

    /** What takes up less than that is not stretched: it says nothing. */
    private static final double LEAST_RANGE = 0.02;

    /** The same of what is read by effects, in log odds. */
    private static final double LEAST_EFFECT = 0.01;

    /** Limits of the weights give way where they cost more area under the ROC curve than that. */
    private static final double MOST_COST = 0.01;

    /** Most that signals count together of which nothing can be learnt, for they are the same of every deal. */
    private static final double MOST_CONSTANT = 0.05;

    /** A full score is believed to add so much to the log odds at the least. */
    private static final double LEAST_SCALE = 1;

    private static final double PERCENT = 100;

    private static final List<Component> ORDER = List.of(Component.values());

    private final WeightSet incumbent;
    private final List<SignalKey> signals;
    private final LevelIndex index;
    private final CohortScheme scheme;
    private final Set<String> setAside;
    private final WeightLimits limits;

    /**
     * @param index numbers the cohorts of looks and examples
     * @param scheme how deals are divided
     * @param setAside names of the signals that are doubted
     */
    CandidateLearner(
            WeightSet incumbent,
            List<SignalKey> signals,
            LevelIndex index,
            CohortScheme scheme,
            Set<String> setAside,
            WeightLimits limits) {
        this.incumbent = incumbent;
        this.signals = signals;
        this.index = index;
        this.scheme = scheme;
        this.setAside = setAside;
        this.limits = limits;
    }

    /**
     * A candidate.
     *
     * @param looks deal by deal in order of time
     * @param examples in order of time
     * @param like a candidate of fewer looks, whose beliefs of how far apart things are hold; null: they are to be found
     */
    LearntWeights learn(List<Snapshot> looks, List<Example> examples, @Nullable LearntWeights like) {
        return learn(looks, examples, like, null);
    }

    /**
     * A candidate of a part of the deals.
     *
     * @param all what was learnt of all of them, which is expected of the part as well; null: nothing was
     */
    LearntWeights learn(
            List<Snapshot> looks, List<Example> examples, @Nullable LearntWeights like, @Nullable LearntWeights all) {
        int[] members = members();
        boolean[] won = new boolean[looks.size()];
        for (int n = 0; n < won.length; n++) {
            won[n] = looks.get(n).won();
        }
        double[] centre =
                all == null ? centre(members, looks, won) : all.found().counts();
        JointFit.Found found = new JointFit(
                        index, members, centre, all == null ? Map.of() : all.effects(), scheme.cuts(), looks)
                .learn(like == null ? null : like.found().tightness());
        EffectTable table = new EffectTable(index, found.effects());
        double[][] values = looks.stream()
                .map(look -> table.values(look.candidateValues(), look.levels()))
                .toArray(double[][]::new);
        Map<String, ValueRange> ranges = new LinkedHashMap<>();
        double[] counts = counts(members, found, values, ranges);
        Map<String, Double> signalWeights = shares(counts);
        if (incumbent.ai() != null) {
            List<Example> read = examples.stream()
                    .map(one ->
                            one.as((old, honest, levels) -> old, (old, honest, levels) -> table.values(honest, levels)))
                    .toList();
            AiShareLearner.learn(incumbent, signals, read, ranges, signalWeights);
        }
        double[] totals = totals(counts);
        double sumOfAll = Arrays.stream(totals).sum();
        double[] free =
                sumOfAll > 0 ? Arrays.stream(totals).map(one -> one / sumOfAll).toArray() : incumbentWeights();
        List<String> notes = new ArrayList<>();
        double[][] stretched = values;
        for (int n = 0; n < values.length; n++) {
            stretched[n] = LearntWeights.stretched(ranges, signals, values[n]);
        }
        ComponentWeights weights = ComponentWeights.ofShares(limited(free, signalWeights, stretched, won, notes));
        double[] odds = new double[stretched.length];
        for (int n = 0; n < odds.length; n++) {
            for (int i = 0; i < counts.length; i++) {
                odds[n] += counts[i] * stretched[n][i];
            }
        }
        Composition sum = new Composition(signals, signalWeights, weights);
        double span = LearntWeights.span(odds, stretched, sum, sumOfAll);
        return new LearntWeights(signals, sum, signalWeights, weights, ranges, found, table, span, notes);
    }

    private int[] members() {
        List<Integer> members = new ArrayList<>();
        for (int i = 0; i < signals.size(); i++) {
            String name = signals.get(i).name();
            boolean learntBeside = incumbent.ai() != null && BuiltIn.isAi(name);
            if (!learntBeside && !setAside.contains(name)) {
                members.add(i);
            }
        }
        return members.stream().mapToInt(Integer::intValue).toArray();
    }

    /** What signals count now, in log odds: their shares, times what the score as it is now says of the outcome. */
    private double[] centre(int[] members, List<Snapshot> looks, boolean[] won) {
        double[] now = new double[members.length];
        for (int k = 0; k < now.length; k++) {
            SignalKey key = signals.get(members[k]);
            now[k] =
                    incumbent.componentWeights().of(key.component()) / PERCENT * unstretchedShare(key.name()) / PERCENT;
        }
        double[][] sums = new double[looks.size()][1];
        for (int n = 0; n < sums.length; n++) {
            for (int k = 0; k < now.length; k++) {
                sums[n][0] += now[k] * looks.get(n).values()[members[k]];
            }
        }
        Prior loose = Prior.nothing(1, true).near(1, LEAST_SCALE, 0.01);
        double scale = Math.max(LEAST_SCALE, LogisticFit.of(sums, won, loose).coefficients()[1]);
        for (int k = 0; k < now.length; k++) {
            Effects learnt = incumbentEffects(members[k]);
            now[k] = learnt == null ? scale * now[k] : learnt.declared();
        }
        return now;
    }

    private @Nullable Effects incumbentEffects(int signal) {
        int fact = index.factOf(signal);
        Dimension dimension = fact < 0
                ? null
                : incumbent.cohorts().dimensions().get(index.facts().get(fact).dimension());
        return dimension == null ? null : dimension.effects();
    }

    /** What each signal adds to the log odds when it goes from 0 to 1, stretched; 0 for one that is not learnt here. */
    private double[] counts(int[] members, JointFit.Found found, double[][] values, Map<String, ValueRange> ranges) {
        double[] counts = new double[signals.size()];
        double constant = 0;
        double sum = 0;
        boolean[] constants = new boolean[counts.length];
        for (int k = 0; k < members.length; k++) {
            int signal = members[k];
            SignalKey key = signals.get(signal);
            boolean byEffects = index.factOf(signal) >= 0;
            boolean relative = byEffects || key.component() == Component.OUTCOME;
            ValueRange range = range(values, signal, byEffects);
            double width = range == null ? 0 : range.ceiling() - range.floor();
            double least = byEffects ? LEAST_EFFECT / Effects.PER_UNIT : LEAST_RANGE;
            if (range != null && relative && width >= least) {
                ranges.put(key.name(), range);
                counts[signal] = width * (byEffects ? Effects.PER_UNIT : found.counts()[k]);
            } else if (!byEffects) {
                counts[signal] = found.counts()[k];
                constants[signal] = range == null;
            }
            constant += constants[signal] ? counts[signal] : 0;
            sum += counts[signal];
        }
        // What cannot be learnt of keeps its place, beside what can.
        double most = MOST_CONSTANT / (1 - MOST_CONSTANT) * (sum - constant);
        for (int i = 0; i < counts.length && constant > most && sum > constant; i++) {
            counts[i] *= constants[i] ? most / constant : 1;
        }
        return counts;
    }

    private Map<String, Double> shares(double[] counts) {
        double[] totals = totals(counts);
        Map<String, Double> declared = WeightSet.defaultWeights(incumbent.profile());
        Map<String, Double> shares = new LinkedHashMap<>();
        for (int i = 0; i < counts.length; i++) {
            String name = signals.get(i).name();
            double total = totals[ORDER.indexOf(signals.get(i).component())];
            shares.put(name, total > 0 ? percent(counts[i] / total) : declared.getOrDefault(name, 0.0));
        }
        return shares;
    }

    private double[] totals(double[] counts) {
        double[] totals = new double[ORDER.size()];
        for (int i = 0; i < counts.length; i++) {
            totals[ORDER.indexOf(signals.get(i).component())] += counts[i];
        }
        return totals;
    }

    /** The four weights such that what each makes of the difference between deals is within the limits, if they can be. */
    private double[] limited(
            double[] free, Map<String, Double> signalWeights, double[][] values, boolean[] won, List<String> notes) {
        Composition composition = new Composition(signals, signalWeights, incumbent.componentWeights());
        double[][] components = new double[values.length][];
        for (int n = 0; n < components.length; n++) {
            components[n] = composition.components(values[n]);
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
        double[] weights = new double[ORDER.size()];
        for (Component component : ORDER) {
            weights[ORDER.indexOf(component)] = incumbent.componentWeights().of(component) / PERCENT;
        }
        return weights;
    }

    /** A whole may be a little more than its parts when these are rounded. */
    private static double percent(double share) {
        return Math.min(PERCENT, PERCENT * share);
    }

    /** What the incumbent gives to a signal, as if it did not stretch it. */
    private double unstretchedShare(String signal) {
        Map<String, ValueRange> stretched = incumbent.ranges();
        ValueRange range = stretched == null ? null : stretched.get(signal);
        double share = incumbent.signalWeights().getOrDefault(signal, 0.0);
        return range == null ? share : share / (range.ceiling() - range.floor());
    }

    private static @Nullable ValueRange range(double[][] values, int signal, boolean byEffects) {
        // Of whom a fact says nothing, it adds nothing.
        double floor = byEffects ? Effects.value(0) : 1;
        double ceiling = byEffects ? Effects.value(0) : 0;
        for (double[] row : values) {
            floor = Math.min(floor, row[signal]);
            ceiling = Math.max(ceiling, row[signal]);
        }
        return ceiling > floor ? new ValueRange(floor, ceiling) : null;
    }
}
