package io.leadscore.learning;

import io.leadscore.scoring.ComponentWeights;
import io.leadscore.scoring.Composition;
import io.leadscore.scoring.Effects;
import io.leadscore.scoring.SignalKey;
import io.leadscore.scoring.ValueRange;
import java.util.List;
import java.util.Map;

/**
 * What a candidate is made of.
 *
 * @param signals in the order of their values
 * @param sum how its values add up
 * @param signalWeights share of each signal in its component, in percent
 * @param componentWeights of the components, in percent
 * @param ranges of the signals whose values are to be stretched, by name
 * @param found what signals count and cohorts add to the odds, and how far apart these were found to be
 * @param table reads by these effects
 * @param span what a full score adds to the log odds
 * @param notes what was peculiar, in sentences
 */
record LearntWeights(
        List<SignalKey> signals,
        Composition sum,
        Map<String, Double> signalWeights,
        ComponentWeights componentWeights,
        Map<String, ValueRange> ranges,
        JointFit.Found found,
        EffectTable table,
        double span,
        List<String> notes) {

    /** What cohorts add to the odds, by dimension. */
    Map<String, Effects> effects() {
        return found.effects();
    }

    /** A lead as it reads it, of what was read by what cohorts won. */
    double[] values(double[] read, Levels levels) {
        return stretched(ranges, signals, table.values(read, levels));
    }

    /** What each signal adds to the log odds at a value of 1. */
    double[] worth() {
        double[] worth = new double[signals.size()];
        for (int i = 0; i < worth.length; i++) {
            double[] alone = new double[worth.length];
            alone[i] = 1;
            worth[i] = span * sum.score(sum.components(alone));
        }
        return worth;
    }

    /** A look as it sees it. */
    Observation observed(Snapshot look) {
        return look.observed(sum, sum.components(values(look.candidateValues(), look.levels())));
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

    /** What a full score adds to the log odds as they were learnt, where the weights were limited as nearly as can be. */
    static double span(double[] odds, double[][] values, Composition composition, double all) {
        double n = odds.length;
        double sum = 0;
        double sums = 0;
        double squares = 0;
        double products = 0;
        for (int i = 0; i < odds.length; i++) {
            double score = composition.score(composition.components(values[i]));
            sum += score;
            sums += odds[i];
            squares += score * score;
            products += score * odds[i];
        }
        double variance = squares - sum * sum / n;
        return variance > 1e-9 ? Math.max(0, (products - sum * sums / n) / variance) : all;
    }
}
