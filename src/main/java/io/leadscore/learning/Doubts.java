package io.leadscore.learning;

import io.leadscore.scoring.Component;
import io.leadscore.scoring.SignalKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Signals that were most likely written by the outcome, and are therefore set aside, each with the reason. Not thread-safe. */
final class Doubts {

    /** A signal that alone ranks so well was most likely written by the outcome. */
    private static final double TOO_GOOD = 0.95;

    private static final double PERCENT = 100;

    private final Set<String> doubted = new TreeSet<>();
    private final List<String> notes = new ArrayList<>();

    /** Looks at each signal alone. */
    void lookAtEach(List<SignalKey> signals, List<Example> fitted) {
        boolean[] won = new boolean[fitted.size()];
        for (int n = 0; n < won.length; n++) {
            won[n] = fitted.get(n).won();
        }
        for (int i = 0; i < signals.size(); i++) {
            double[] alone = new double[won.length];
            for (int n = 0; n < alone.length; n++) {
                alone[n] = fitted.get(n).candidate()[i];
            }
            double auc = new Predictions(alone, won).rocAuc();
            if (auc > TOO_GOOD) {
                add(
                        signals.get(i).name(),
                        "Signal " + signals.get(i).name() + " alone foretells nearly every outcome (ROC AUC "
                                + Judge.number(auc) + "), as if it were written by it: set aside.");
            }
        }
    }

    /** Sets a signal aside. */
    void add(String signal, String note) {
        if (doubted.add(signal)) {
            notes.add(note);
        }
    }

    /** The same shares with nothing for what is set aside; the others of its component share what it had. */
    Map<String, Double> without(Map<String, Double> signalWeights, List<SignalKey> signals) {
        Map<String, Double> others = new LinkedHashMap<>(signalWeights);
        for (Component component : Component.values()) {
            List<String> names = signals.stream()
                    .filter(key -> key.component() == component)
                    .map(SignalKey::name)
                    .toList();
            double left = names.stream()
                    .filter(name -> !doubted.contains(name))
                    .mapToDouble(name -> signalWeights.getOrDefault(name, 0.0))
                    .sum();
            double all = names.stream()
                    .mapToDouble(name -> signalWeights.getOrDefault(name, 0.0))
                    .sum();
            if (left > 0 && left < all) {
                names.forEach(name -> others.computeIfPresent(
                        name, (same, share) -> doubted.contains(same) ? 0 : Math.min(PERCENT, share * all / left)));
            }
        }
        return others;
    }

    /** The names of the signals. */
    Set<String> signals() {
        return doubted;
    }

    /** The reasons, in sentences. */
    List<String> notes() {
        return notes;
    }
}
