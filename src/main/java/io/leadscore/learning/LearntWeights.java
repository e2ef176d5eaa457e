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
 * @param effects what cohorts add to the odds, by dimension
 * @param table reads by these effects
 * @param tightness how far apart things were found to be
 * @param span what a full score adds to the log odds
 * @param notes what was peculiar, in sentences
 */
record LearntWeights(
        List<SignalKey> signals,
        Composition sum,
        Map<String, Double> signalWeights,
        ComponentWeights componentWeights,
        Map<String, ValueRange> ranges,
        Map<String, Effects> effects,
        EffectTable table,
        Tightness tightness,
        double span,
        List<String> notes) {

    /** A lead as it reads it, of what was read by what cohorts won. */
    double[] values(double[] read, Levels levels) {
        return stretched(ranges, signals, table.values(read, levels));
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
}
