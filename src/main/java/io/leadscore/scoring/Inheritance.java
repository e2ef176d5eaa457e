package io.leadscore.scoring;

import java.util.LinkedHashMap;
import java.util.Map;

/** What still means something of a weight set that was made under an earlier profile. */
final class Inheritance {

    private Inheritance() {}

    static WeightSet of(WeightSet heir, WeightSet earlier) {
        ScoringProfile profile = heir.profile();
        Map<String, Double> declared = WeightSet.defaultWeights(profile);
        Map<String, Double> before = WeightSet.defaultWeights(earlier.profile());
        Map<String, Double> inherited = new LinkedHashMap<>(heir.signalWeights());
        Map<String, ValueRange> ranges = new LinkedHashMap<>();
        Map<String, Component> components = WeightSet.components(profile);
        for (Component component : Component.values()) {
            if (of(component, declared, components)
                    .equals(of(component, before, WeightSet.components(earlier.profile())))) {
                of(component, earlier.signalWeights(), components).forEach((signal, weight) -> {
                    inherited.put(signal, weight);
                    ValueRange range = earlier.range(signal);
                    if (range != null) {
                        ranges.put(signal, range);
                    }
                });
            }
        }
        boolean edited = !profile.weights().equals(earlier.profile().weights());
        return new WeightSet(
                heir.id(),
                heir.createdAt(),
                heir.modelVersion(),
                profile,
                edited ? heir.componentWeights() : earlier.componentWeights(),
                inherited,
                heir.cohorts(),
                heir.calibration(),
                heir.provenance(),
                heir.thresholds(),
                ranges,
                heir.ai());
    }

    private static Map<String, Double> of(
            Component component, Map<String, Double> weights, Map<String, Component> components) {
        Map<String, Double> ofComponent = new LinkedHashMap<>();
        components.forEach((signal, its) -> {
            if (its == component) {
                ofComponent.put(signal, weights.getOrDefault(signal, 0.0));
            }
        });
        return ofComponent;
    }
}
