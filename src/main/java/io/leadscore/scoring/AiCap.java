package io.leadscore.scoring;

import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps what the AI's signals can give within the profile's cap; what they give up goes to the others of fit. */
public final class AiCap {

    private static final double PERCENT = 100;

    private AiCap() {}

    /**
     * The same shares where the AI's are within the cap, else the AI's lowered to it.
     *
     * @param span how many points all signals together can give
     * @param signalWeights share of each signal in its component, in percent, by name
     */
    public static Map<String, Double> limited(
            ScoringProfile profile, ComponentWeights componentWeights, double span, Map<String, Double> signalWeights) {
        double ai = share(signalWeights);
        double fit = componentWeights.of(Component.FIT) * span / ScoreLine.FULL;
        double most = PERCENT * profile.aiRules().cap() / Math.max(1e-9, fit);
        return ai <= most ? signalWeights : with(profile, signalWeights, Math.min(most, ai));
    }

    /** The same shares with nothing for the AI's signals. */
    public static Map<String, Double> without(ScoringProfile profile, Map<String, Double> signalWeights) {
        return share(signalWeights) == 0 ? signalWeights : with(profile, signalWeights, 0);
    }

    /** The same shares with what the profile declares for the AI's signals, as far as the cap allows. */
    public static Map<String, Double> restored(
            ScoringProfile profile, ComponentWeights componentWeights, Map<String, Double> signalWeights) {
        Map<String, Double> declared = WeightSet.defaultWeights(profile);
        double wished = share(declared);
        Map<String, Double> restored = new LinkedHashMap<>(with(profile, signalWeights, wished));
        restored.replaceAll((signal, share) -> BuiltIn.isAi(signal) ? declared.getOrDefault(signal, 0.0) : share);
        return limited(profile, componentWeights, ScoreLine.FULL, restored);
    }

    /** The share of all of the AI's signals in fit, in percent. */
    public static double share(Map<String, Double> signalWeights) {
        double share = 0;
        for (BuiltIn signal : BuiltIn.values()) {
            share += signal.isAi() ? signalWeights.getOrDefault(signal.key(), 0.0) : 0;
        }
        return share;
    }

    private static Map<String, Double> with(ScoringProfile profile, Map<String, Double> signalWeights, double wished) {
        double ai = share(signalWeights);
        Map<String, Component> components = WeightSet.components(profile);
        Map<String, Double> declared = DeclaredWeights.of(profile);
        double others = 0;
        double declaredOthers = 0;
        for (Map.Entry<String, Component> signal : components.entrySet()) {
            if (isOtherFit(signal.getKey(), signal.getValue())) {
                others += signalWeights.getOrDefault(signal.getKey(), 0.0);
                declaredOthers += declared.getOrDefault(signal.getKey(), 0.0);
            }
        }
        Map<String, Double> limited = new LinkedHashMap<>(signalWeights);
        for (Map.Entry<String, Double> share : limited.entrySet()) {
            String name = share.getKey();
            Component component = components.get(name);
            if (BuiltIn.isAi(name)) {
                share.setValue(ai == 0 ? 0 : share.getValue() * wished / ai);
            } else if (component == Component.FIT) {
                // Where everything was the AI's, the others share as the profile says.
                share.setValue(
                        others > 0
                                ? share.getValue() * (PERCENT - wished) / others
                                : declared.getOrDefault(name, 0.0) * (PERCENT - wished) / declaredOthers);
            }
        }
        return limited;
    }

    private static boolean isOtherFit(String signal, Component component) {
        return component == Component.FIT && !BuiltIn.isAi(signal);
    }
}
