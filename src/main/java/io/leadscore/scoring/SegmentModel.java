package io.leadscore.scoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The weights of a segment of its own within a weight set, which has all the rest: deals counted, ways to divide them, and
 * the scale, so that points mean the same in all segments. Immutable.
 *
 * @param segment name of the segment
 * @param componentWeights weights of the four components, in percent
 * @param signalWeights share of each signal in its component, in percent
 * @param effects what cohorts add to the odds within the segment, by dimension
 * @param ranges of the signals whose values are stretched, by name; null: of none
 * @param calibration how a score becomes a probability within the segment
 */
public record SegmentModel(
        String segment,
        ComponentWeights componentWeights,
        Map<String, Double> signalWeights,
        Map<String, Effects> effects,
        @Nullable Map<String, ValueRange> ranges,
        Calibration calibration) {

    public SegmentModel {
        Check.present(segment, "segment");
        signalWeights = Check.copy(signalWeights, "signal-weights");
        effects = Check.copy(effects, "effects");
        ranges = ranges == null ? Map.of() : Check.copy(ranges, "ranges");
    }

    /** What is a segment's own of a weight set that scores its leads alone. */
    public static SegmentModel of(String segment, WeightSet weights) {
        Map<String, Effects> effects = new LinkedHashMap<>();
        weights.cohorts().dimensions().forEach((name, dimension) -> {
            if (dimension.effects() != null) {
                effects.put(name, dimension.effects());
            }
        });
        return new SegmentModel(
                segment,
                weights.componentWeights(),
                weights.signalWeights(),
                effects,
                weights.ranges(),
                weights.calibration());
    }

    /** Names of the segments that models are of, in their order. */
    public static List<String> names(List<SegmentModel> models) {
        return models.stream().map(SegmentModel::segment).toList();
    }

    /** The weight set as it scores the segment's leads. */
    public WeightSet in(WeightSet common) {
        return new WeightSet(
                common.id(),
                common.createdAt(),
                common.modelVersion(),
                common.profile(),
                componentWeights,
                signalWeights,
                common.cohorts().withEffects(effects),
                calibration,
                common.provenance(),
                common.thresholds(),
                ranges,
                common.scale(),
                common.ai());
    }

    /** The same with another probability. */
    public SegmentModel withCalibration(Calibration other) {
        return new SegmentModel(segment, componentWeights, signalWeights, effects, ranges, other);
    }
}
