package io.leadscore.scoring;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that turns facts into scores, immutable and numbered. With the same weight set, a lead's score depends on
 * that lead's facts and on time only.
 *
 * @param id number in the ledger; 0 before it is there
 * @param createdAt when it was made and its deals were counted
 * @param modelVersion as the operator names it
 * @param profile the scoring profile that it was made with
 * @param componentWeights weights of the four components, in percent
 * @param signalWeights share of each signal, built-in or custom, in its component, in percent; 100 in each component
 * @param cohorts how closed deals divide into cohorts
 * @param calibration how a score becomes a probability
 * @param provenance where it comes from
 * @param thresholds from which points on a lead is of High and of Medium priority; null: the profile's
 * @param ranges of the signals whose values are stretched, by name; null: of none
 * @param scale what points mean; null: they are the weighted sum in percent
 * @param ai what the AI is told, and how its answers are read; null: there is no AI
 * @param segments weights of the profile's segments that have their own; null: none has
 */
public record WeightSet(
        long id,
        Instant createdAt,
        String modelVersion,
        ScoringProfile profile,
        ComponentWeights componentWeights,
        Map<String, Double> signalWeights,
        CohortRates cohorts,
        Calibration calibration,
        Provenance provenance,
        @Nullable Thresholds thresholds,
        @Nullable Map<String, ValueRange> ranges,
        @Nullable Scale scale,
        @Nullable AiContext ai,
        @Nullable List<SegmentModel> segments) {

    public WeightSet {
        segments = segments == null || segments.isEmpty() ? null : List.copyOf(segments);
        thresholds = thresholds == null ? profile.thresholds() : thresholds;
        ranges = ranges == null ? Map.of() : Check.copy(ranges, "ranges");
        double span = ScoreLine.of(scale, calibration.known()).span();
        signalWeights =
                AiCap.limited(profile, componentWeights, span, complete(Check.copy(signalWeights, "signal-weights")));
        Map<String, Component> components = components(profile);
        Check.require(
                signalWeights.keySet().equals(components.keySet()),
                "signal-weights must have exactly the signals of the profile");
        for (Component component : Component.values()) {
            double sum = 0;
            for (Map.Entry<String, Double> weight : signalWeights.entrySet()) {
                Check.percent(weight.getValue(), weight.getKey());
                sum += components.get(weight.getKey()) == component ? weight.getValue() : 0;
            }
            Check.sumsToHundred(sum, "signal-weights of " + component.key());
        }
    }

    /** A weight set in which no segment has weights of its own. */
    public WeightSet(
            long id,
            Instant createdAt,
            String modelVersion,
            ScoringProfile profile,
            ComponentWeights componentWeights,
            Map<String, Double> signalWeights,
            CohortRates cohorts,
            Calibration calibration,
            Provenance provenance,
            @Nullable Thresholds thresholds,
            @Nullable Map<String, ValueRange> ranges,
            @Nullable Scale scale,
            @Nullable AiContext ai) {
        this(
                id,
                createdAt,
                modelVersion,
                profile,
                componentWeights,
                signalWeights,
                cohorts,
                calibration,
                provenance,
                thresholds,
                ranges,
                scale,
                ai,
                null);
    }

    /** What {@code ai_model_version} says: {@code 1.0-w7}. */
    public String label() {
        return modelVersion + "-w" + id;
    }

    /** How a signal's values are stretched; null: not at all. */
    @Nullable
    ValueRange range(String signal) {
        return Check.present(ranges, "ranges").get(signal);
    }

    /** The priority of a score, or the level of a fit, of 0 to 100 points. */
    public Priority priority(int points) {
        return Check.present(thresholds, "thresholds").priority(points);
    }

    /** How its sums become points. */
    ScoreLine line() {
        return ScoreLine.of(scale, calibration.known());
    }

    /** How much of the difference between leads each component makes, in percent: by the scale, else as it is weighted. */
    public ComponentWeights spread() {
        return scale == null ? componentWeights : scale.spread();
    }

    /** The most points that a signal can give. */
    public double mostPoints(SignalKey signal) {
        return line().span() * componentWeights.of(signal.component()) / 100 * share(signal.name()) / 100;
    }

    /** The most points that all of the AI's signals together can give. */
    public double mostPointsOfAi() {
        return line().span() * componentWeights.fit() / 100 * AiCap.share(signalWeights) / 100;
    }

    private double share(String signal) {
        return signalWeights.getOrDefault(signal, 0.0);
    }

    /**
     * The close probability of a lead with so many points.
     *
     * @param points the score, before limits and the queue's rules; every component is taken to be as high
     * @param state how the lead stands with deals
     * @param ageDays since its open deal was made, or since the contact of a lead without any was
     */
    public CloseProbability probability(int points, DealState state, int ageDays) {
        ScoreLine line = line();
        double aged = line.perLogOdds() * calibration.known().age(state, ageDays);
        double sum = line.span() == 0 ? 0 : (points - line.baseline() - aged) / line.span();
        return calibration.probability(
                new Prospect(sum, Collections.nCopies(Component.values().length, sum), state, ageDays));
    }

    /** The weights of the segments that have their own. */
    public List<SegmentModel> segmentModels() {
        return segments == null ? List.of() : segments;
    }

    /** The weight set as it scores a segment's leads by their own weights; null: there are none. */
    public @Nullable WeightSet ofSegment(String name) {
        for (SegmentModel own : segmentModels()) {
            if (own.segment().equals(name)) {
                return own.in(this);
            }
        }
        return null;
    }

    /** Whether points are odds, which alone can be compared between segments. */
    public boolean pointsAreOdds() {
        return scale != null && scale.basis() == Scale.Basis.ODDS;
    }

    /** The same with other weights of segments. */
    public WeightSet withSegments(List<SegmentModel> others) {
        return copy(id, signalWeights, calibration, scale, ai, others);
    }

    /** The same under another id. */
    public WeightSet withId(long newId) {
        return copy(newId, signalWeights, calibration, scale, ai, segments);
    }

    /** The same with another close probability and a scale that goes with it. */
    public WeightSet withCalibration(Calibration other, @Nullable Scale otherScale) {
        return copy(id, signalWeights, other, otherScale, ai, segments);
    }

    /** The same on another scale. */
    public WeightSet withScale(@Nullable Scale other) {
        return copy(id, signalWeights, calibration, other, ai, segments);
    }

    /** The same with another AI, or none. */
    public WeightSet withAi(@Nullable AiContext other) {
        return copy(id, signalWeights, calibration, scale, other, segments);
    }

    /** The same with other shares of the signals, in percent. */
    public WeightSet withSignalWeights(Map<String, Double> others) {
        return copy(id, others, calibration, scale, ai, segments);
    }

    private WeightSet copy(
            long newId,
            Map<String, Double> otherSignalWeights,
            Calibration otherCalibration,
            @Nullable Scale otherScale,
            @Nullable AiContext otherAi,
            @Nullable List<SegmentModel> otherSegments) {
        return new WeightSet(
                newId,
                createdAt,
                modelVersion,
                profile,
                componentWeights,
                otherSignalWeights,
                cohorts,
                otherCalibration,
                provenance,
                thresholds,
                ranges,
                otherScale,
                otherAi,
                otherSegments);
    }

    /** The first weight set of an account: the profile's weights, and a flat probability. */
    public static WeightSet initial(
            long id, Instant createdAt, String modelVersion, ScoringProfile profile, CohortRates cohorts) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("won", (long) cohorts.total().won());
        counts.put("lost", (long) cohorts.total().lost());
        counts.put("matured", (long) cohorts.matured().deals());
        counts.put("matured-won", (long) cohorts.matured().won());
        return new WeightSet(
                id,
                createdAt,
                modelVersion,
                profile,
                profile.weights(),
                defaultWeights(profile),
                cohorts,
                Calibration.baseRate(cohorts, profile.outcome()),
                Provenance.here("defaults", createdAt, counts, profile.fingerprint()),
                profile.thresholds(),
                Map.of(),
                null,
                null);
    }

    /**
     * The same with what was learnt under an earlier profile, as far as it still means something; what does not is noted in
     * the provenance. Its deals are then taken to have been counted when the earlier's were.
     *
     * @param earlier the weight set under the earlier profile; null: nothing was learnt
     */
    public WeightSet inheriting(@Nullable WeightSet earlier) {
        return earlier == null ? this : new Inheritance(this, earlier).carry();
    }

    /**
     * The shares that the profile gives to all signals: custom ones as declared, the built-in ones of the same component
     * scaled to what is left, so that every component has 100 %; the AI's within their cap.
     */
    public static Map<String, Double> defaultWeights(ScoringProfile profile) {
        return AiCap.limited(profile, profile.weights(), ScoreLine.FULL, DeclaredWeights.of(profile));
    }

    /** A weight set of before there was a signal gives it nothing. */
    private static Map<String, Double> complete(Map<String, Double> signalWeights) {
        Map<String, Double> all = new LinkedHashMap<>(signalWeights);
        for (BuiltIn signal : BuiltIn.values()) {
            if (signal.unsaid() != null) {
                all.putIfAbsent(signal.key(), 0.0);
            }
        }
        return Collections.unmodifiableMap(all);
    }

    static Map<String, Component> components(ScoringProfile profile) {
        Map<String, Component> components = new LinkedHashMap<>();
        for (BuiltIn signal : BuiltIn.values()) {
            components.put(signal.key(), signal.component());
        }
        profile.customSignals().forEach(signal -> components.put(signal.name(), signal.component()));
        return components;
    }
}
