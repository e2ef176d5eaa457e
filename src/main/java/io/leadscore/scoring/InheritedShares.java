package io.leadscore.scoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The shares of the signals after an edit of the profile: what was learnt for a signal stays where it means the same and
 * the profile's own weight for it was not edited; the others have what the profile gives them, and those that stay share
 * the rest of the component in the proportions that were learnt.
 */
final class InheritedShares {

    private static final double PERCENT = 100;

    private final Meaning meaning;
    private final Map<String, Double> learnt;
    private final Map<String, Double> declared;

    InheritedShares(Meaning meaning, Map<String, Double> learnt) {
        this.meaning = meaning;
        this.learnt = learnt;
        this.declared = WeightSet.defaultWeights(meaning.now());
    }

    /** Share of each signal of the new profile in its component, in percent. */
    Map<String, Double> all() {
        Map<String, Double> all = new LinkedHashMap<>(declared);
        for (Component component : Component.values()) {
            List<String> now = names(meaning.now(), component);
            List<String> stay = now.stream().filter(this::stays).toList();
            if (stay.equals(now) && names(meaning.before(), component).size() == now.size()) {
                stay.forEach(signal -> all.put(signal, learnt.getOrDefault(signal, 0.0)));
            } else {
                share(stay, now, all);
            }
        }
        return all;
    }

    /** Whether what was learnt for a signal still holds. */
    boolean stays(String signal) {
        return meaning.isSame(signal) && meaning.hasSameWeight(signal) && learnt.containsKey(signal);
    }

    private void share(List<String> stay, List<String> now, Map<String, Double> all) {
        double others = now.stream()
                .filter(signal -> !stay.contains(signal))
                .mapToDouble(signal -> declared.getOrDefault(signal, 0.0))
                .sum();
        double had = sum(stay, learnt);
        Map<String, Double> proportions = had > 0 ? learnt : declared;
        double sum = had > 0 ? had : sum(stay, declared);
        stay.forEach(signal ->
                all.put(signal, sum == 0 ? 0 : proportions.getOrDefault(signal, 0.0) * (PERCENT - others) / sum));
    }

    private static double sum(List<String> signals, Map<String, Double> shares) {
        return signals.stream()
                .mapToDouble(signal -> shares.getOrDefault(signal, 0.0))
                .sum();
    }

    private static List<String> names(ScoringProfile profile, Component component) {
        return WeightSet.components(profile).entrySet().stream()
                .filter(signal -> signal.getValue() == component)
                .map(Map.Entry::getKey)
                .toList();
    }
}
