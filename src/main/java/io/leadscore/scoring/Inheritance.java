package io.leadscore.scoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Carries over what still means something of a weight set that was made under an earlier profile: weights, ranges, cohorts
 * with their trust and trends, thresholds, and the close probability where a score is still made of the same.
 */
final class Inheritance {

    /** The close probability holds while no more than so many of 100 points are given for something else. */
    private static final double MOST_MOVED = 10;

    private final WeightSet heir;
    private final WeightSet earlier;
    private final Meaning meaning;
    private final InheritedShares shares;
    private final Set<Loss> losses = new LinkedHashSet<>();

    /** What the earlier one had of its own predecessor, when nothing was learnt since. */
    private final @Nullable CarriedOver before;

    Inheritance(WeightSet heir, WeightSet earlier) {
        this.heir = heir;
        this.earlier = earlier;
        this.meaning = new Meaning(earlier.profile(), heir.profile());
        this.shares = new InheritedShares(meaning, earlier.signalWeights());
        this.before = earlier.provenance().carriedOver();
        if (before != null) {
            losses.addAll(before.losses());
        }
    }

    /** The heir with all that holds, and with a note of what does not. */
    WeightSet carry() {
        ComponentWeights weights = componentWeights();
        Map<String, Double> signalWeights = AiCap.limited(heir.profile(), weights, ScoreLine.FULL, shares.all());
        signals();
        CohortRates cohorts = cohorts();
        double moved = moved(weights, signalWeights);
        Calibration calibration = calibration(moved);
        Thresholds thresholds = thresholds();
        List<SegmentModel> segments = segments();
        return new WeightSet(
                heir.id(),
                // Deals were counted then, and a lead's own deals are taken out of the counts by that instant.
                earlier.createdAt(),
                heir.modelVersion(),
                heir.profile(),
                weights,
                signalWeights,
                cohorts,
                calibration,
                earlier.provenance()
                        .edited(
                                heir.profile(),
                                new CarriedOver(earlier.id(), heir.createdAt(), List.copyOf(losses), moved)),
                thresholds,
                ranges(),
                scale(calibration),
                heir.ai(),
                segments);
    }

    /** What segments have of their own, where their leads are told as before and their chances still hold. */
    private List<SegmentModel> segments() {
        List<Segment> before = earlier.profile().segmentsInOrder();
        List<Segment> now = heir.profile().segmentsInOrder();
        List<SegmentModel> carried = new ArrayList<>();
        for (Segment segment : now) {
            WeightSet had = before.contains(segment) ? earlier.ofSegment(segment.name()) : null;
            if (had != null) {
                WeightSet its = new Inheritance(heir, had).carry();
                if (its.calibration().enoughData()) {
                    carried.add(SegmentModel.of(segment.name(), its));
                }
            }
            boolean lost = had != null
                    && carried.stream().noneMatch(own -> own.segment().equals(segment.name()));
            loseIf(
                    lost || (earlier.calibration().enoughData() && !before.contains(segment)),
                    new Loss(Loss.What.SEGMENT, segment.name()));
        }
        earlier.segmentModels()
                .forEach(own -> loseIf(
                        now.stream().noneMatch(segment -> segment.name().equals(own.segment())),
                        new Loss(Loss.What.SEGMENT_GONE, own.segment())));
        return carried;
    }

    private ComponentWeights componentWeights() {
        if (heir.profile().weights().equals(earlier.profile().weights())) {
            return earlier.componentWeights();
        }
        loseIf(!earlier.componentWeights().equals(earlier.profile().weights()), Loss.of(Loss.What.COMPONENT_WEIGHTS));
        return heir.componentWeights();
    }

    private void signals() {
        Map<String, Double> before = WeightSet.defaultWeights(earlier.profile());
        Map<String, Component> now = WeightSet.components(heir.profile());
        earlier.signalWeights().forEach((signal, weight) -> {
            boolean learnt = earlier.range(signal) != null
                    || Math.abs(weight - before.getOrDefault(signal, 0.0)) > Check.SUM_TOLERANCE;
            if (!now.containsKey(signal)) {
                loseIf(learnt, new Loss(Loss.What.SIGNAL_GONE, signal));
            } else if (!meaning.isSame(signal)) {
                loseIf(learnt, new Loss(Loss.What.SIGNAL_EDITED, signal));
            } else if (!meaning.hasSameWeight(signal)) {
                loseIf(learnt, new Loss(Loss.What.SIGNAL_WEIGHT, signal));
            }
        });
    }

    private Map<String, ValueRange> ranges() {
        Map<String, ValueRange> ranges = new LinkedHashMap<>();
        for (String signal : heir.signalWeights().keySet()) {
            ValueRange range = earlier.range(signal);
            if (range != null && meaning.isSame(signal)) {
                ranges.put(signal, range);
            }
        }
        return ranges;
    }

    private CohortRates cohorts() {
        Map<String, Dimension> dimensions = new LinkedHashMap<>(heir.cohorts().dimensions());
        earlier.cohorts().dimensions().forEach((name, dimension) -> {
            if (meaning.isSameDivision(name)) {
                dimensions.put(name, CohortScheme.trusted(name, dimension, meaning));
            } else {
                loseIf(CohortScheme.isLearnt(dimension, earlier.profile()), new Loss(Loss.What.COHORTS, name));
            }
        });
        return new CohortRates(
                earlier.cohorts().total(),
                sameOutcome() ? earlier.cohorts().matured() : heir.cohorts().matured(),
                dimensions);
    }

    private Calibration calibration(double moved) {
        Calibration learnt = earlier.calibration();
        if (!learnt.enoughData()) {
            return heir.profile().outcome().equals(earlier.profile().outcome()) ? learnt : heir.calibration();
        }
        if (!sameOutcome()) {
            losses.add(Loss.of(Loss.What.PROBABILITY));
            return heir.calibration();
        }
        if (learnt.isByScore() && moved > MOST_MOVED) {
            losses.add(Loss.of(Loss.What.PROBABILITY));
            return learnt.baseRateAlone();
        }
        return learnt;
    }

    private @Nullable Thresholds thresholds() {
        Thresholds before = earlier.profile().thresholds();
        if (heir.profile().thresholds().equals(before)) {
            return earlier.thresholds();
        }
        loseIf(!before.equals(earlier.thresholds()), Loss.of(Loss.What.THRESHOLDS));
        return heir.thresholds();
    }

    /** The scale, where points still are what it was drawn on. */
    private @Nullable Scale scale(Calibration calibration) {
        Scale before = earlier.scale();
        boolean holds = before != null && (before.basis() == Scale.Basis.SHARE_OF_LEADS || calibration.enoughData());
        return holds ? before : null;
    }

    private boolean sameOutcome() {
        OutcomeRules before = earlier.profile().outcome();
        OutcomeRules now = heir.profile().outcome();
        return now.horizon().equals(before.horizon()) && now.kind() == before.kind();
    }

    /** Points that are given for what gave none before, or for something whose value is made otherwise. */
    private double moved(ComponentWeights weights, Map<String, Double> signalWeights) {
        // A curve by components does not see how these are weighted.
        ComponentWeights had = earlier.calibration().isByComponents() ? weights : earlier.componentWeights();
        Map<String, Component> components = WeightSet.components(heir.profile());
        double moved = this.before == null ? 0 : this.before.movedPoints();
        for (Map.Entry<String, Double> share : signalWeights.entrySet()) {
            Component component = Check.present(components.get(share.getKey()), share.getKey());
            double points = weights.of(component) * share.getValue() / 100;
            double then = had.of(component) * earlier.signalWeights().getOrDefault(share.getKey(), 0.0) / 100;
            moved += meaning.isSame(share.getKey()) ? Math.max(0, points - then) : points;
        }
        return moved;
    }

    private void loseIf(boolean learnt, Loss loss) {
        if (learnt) {
            losses.add(loss);
        }
    }
}
