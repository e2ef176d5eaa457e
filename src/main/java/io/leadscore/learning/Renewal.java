package io.leadscore.learning;

import io.leadscore.scoring.Composition;
import io.leadscore.scoring.Dimension;
import io.leadscore.scoring.Effects;
import io.leadscore.scoring.SignalKey;
import io.leadscore.scoring.SignalReader;
import io.leadscore.scoring.ValueRange;
import io.leadscore.scoring.WeightSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The incumbent's weights on what was learnt of cohorts since: how it goes on scoring where no candidate takes its place.
 * Immutable.
 */
final class Renewal {

    /** An untold range of effects takes up at least so much of the log odds to either side. */
    private static final double LEAST_REACH = 1.5;

    private final WeightSet incumbent;
    private final List<SignalKey> signals;
    private final Map<String, Double> signalWeights;
    private final Composition sum;
    private final Map<String, String> dimensions;

    /** @param signalWeights its own, but for what is set aside */
    Renewal(WeightSet incumbent, List<SignalKey> signals, Map<String, Double> signalWeights) {
        this.incumbent = incumbent;
        this.signals = signals;
        this.signalWeights = signalWeights;
        this.sum = new Composition(signals, signalWeights, incumbent.componentWeights());
        this.dimensions = SignalReader.dimensions(incumbent.profile());
    }

    Map<String, Double> signalWeights() {
        return signalWeights;
    }

    /** How its values add up. */
    Composition sum() {
        return sum;
    }

    /** Its ranges; a fact that it does not read by effects has so much of the log odds as effects reach. */
    Map<String, ValueRange> ranges(Map<String, Effects> effects) {
        Map<String, ValueRange> ranges = new LinkedHashMap<>(Objects.requireNonNull(incumbent.ranges(), "ranges"));
        dimensions.forEach((signal, dimension) -> {
            Effects learnt = effects.get(dimension);
            if (learnt != null && !isByEffects(dimension)) {
                double reach = Math.max(LEAST_REACH, learnt.reach());
                ranges.put(signal, new ValueRange(Effects.value(-reach), Effects.value(reach)));
            }
        });
        return ranges;
    }

    /** Looks as it will see them, by effects that were learnt without the newest deals. */
    List<Observation> observed(List<Snapshot> looks, LearntWeights proven) {
        Map<String, ValueRange> ranges = ranges(proven.effects());
        return looks.stream().map(look -> observed(look, proven, ranges)).toList();
    }

    private Observation observed(Snapshot look, LearntWeights proven, Map<String, ValueRange> ranges) {
        double[] values = proven.table().values(look.candidateValues(), look.levels());
        return look.observed(sum, sum.components(LearntWeights.stretched(ranges, signals, values)));
    }

    /**
     * Values as it reads them now. What it learnt of cohorts has seen the newest deals: in its place is what the candidate
     * learnt without them.
     *
     * @param old as it reads them
     * @param honest by what cohorts won until then
     */
    double[] asNow(double[] old, double[] honest, Levels levels, LearntWeights proven) {
        double[] values = old.clone();
        double[] fresh = proven.table().values(honest, levels);
        Map<String, ValueRange> ranges = Objects.requireNonNull(incumbent.ranges(), "ranges");
        for (int i = 0; i < values.length; i++) {
            String name = signals.get(i).name();
            if (isByEffects(dimensions.get(name))) {
                ValueRange range = ranges.get(name);
                values[i] = range == null ? fresh[i] : range.stretched(fresh[i]);
            }
        }
        return values;
    }

    private boolean isByEffects(@Nullable String dimension) {
        Dimension cohorts =
                dimension == null ? null : incumbent.cohorts().dimensions().get(dimension);
        return cohorts != null && cohorts.effects() != null;
    }
}
