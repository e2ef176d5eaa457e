package io.leadscore.scoring;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The shares that a profile gives to all signals, before any cap: custom ones as declared, the built-in ones of the same
 * component scaled to what is left, so that every component has 100 %.
 */
final class DeclaredWeights {

    private DeclaredWeights() {}

    /** Shares by signal, in percent. */
    static Map<String, Double> of(ScoringProfile profile) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (Component component : Component.values()) {
            double custom = profile.customSignals().stream()
                    .filter(signal -> signal.component() == component)
                    .mapToDouble(CustomSignal::weight)
                    .sum();
            double builtIn = 0;
            for (BuiltIn signal : BuiltIn.values()) {
                builtIn +=
                        signal.component() == component ? profile.signal(signal).weight() : 0;
            }
            for (BuiltIn signal : BuiltIn.values()) {
                if (signal.component() == component) {
                    weights.put(signal.key(), profile.signal(signal).weight() / builtIn * (100 - custom));
                }
            }
        }
        profile.customSignals().forEach(signal -> weights.put(signal.name(), signal.weight()));
        return weights;
    }
}
