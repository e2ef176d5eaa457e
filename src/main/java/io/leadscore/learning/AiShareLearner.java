package io.leadscore.learning;

import io.leadscore.scoring.AiCap;
import io.leadscore.scoring.BuiltIn;
import io.leadscore.scoring.Component;
import io.leadscore.scoring.SignalKey;
import io.leadscore.scoring.ValueRange;
import io.leadscore.scoring.WeightSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Learns what the AI's signals count beside the others of fit. Of leads from before what the AI learnt from, they say what
 * the rules say: learnt from those, too, they would be paid for what the rules know. So the others are learnt from all
 * deals, among themselves, and the AI's beside them as a whole, from those deals alone whose lead the AI sees; where these
 * are too few, what the AI's signals count stays.
 */
final class AiShareLearner {

    private static final double PERCENT = 100;

    private AiShareLearner() {}

    /**
     * Learns.
     *
     * @param fitted the deals that may be learnt from, in order of time
     * @param ranges of the signals whose values are stretched, by name
     * @param signalWeights in: the shares of all signals, in percent, without the AI's; out: with them
     */
    static void learn(
            WeightSet incumbent,
            List<SignalKey> signals,
            List<Example> fitted,
            Map<String, ValueRange> ranges,
            Map<String, Double> signalWeights) {
        List<Integer> ai = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < signals.size(); i++) {
            if (signals.get(i).component() == Component.FIT) {
                (BuiltIn.isAi(signals.get(i).name()) ? ai : others).add(i);
            }
        }
        double[] now = new double[1 + ai.size()];
        now[0] = 1 - AiCap.share(incumbent.signalWeights()) / PERCENT;
        for (int i = 0; i < ai.size(); i++) {
            now[1 + i] = incumbent
                            .signalWeights()
                            .getOrDefault(signals.get(ai.get(i)).name(), 0.0)
                    / PERCENT;
        }
        List<Example> seen = fitted.stream().filter(Example::seen).toList();
        double[] shares = now;
        if (now[0] < 1 && AiWorth.isEnough(seen)) {
            shares = ShareLearner.learn(
                            seen.stream()
                                    .map(one -> {
                                        double[] parts = new double[now.length];
                                        for (int i : others) {
                                            String name = signals.get(i).name();
                                            ValueRange range = ranges.get(name);
                                            double value = one.candidate()[i];
                                            parts[0] += signalWeights.getOrDefault(name, 0.0)
                                                    / PERCENT
                                                    * (range == null ? value : range.stretched(value));
                                        }
                                        for (int i = 0; i < ai.size(); i++) {
                                            parts[1 + i] = one.candidate()[ai.get(i)];
                                        }
                                        return parts;
                                    })
                                    .toArray(double[][]::new),
                            AiWorth.won(seen),
                            now)
                    .shares();
        }
        double sum = others.stream()
                .mapToDouble(i -> signalWeights.getOrDefault(signals.get(i).name(), 0.0))
                .sum();
        double scale = PERCENT * shares[0] / sum;
        for (int i : others) {
            signalWeights.computeIfPresent(signals.get(i).name(), (name, share) -> Math.min(PERCENT, share * scale));
        }
        for (int i = 0; i < ai.size(); i++) {
            signalWeights.put(signals.get(ai.get(i)).name(), PERCENT * shares[1 + i]);
        }
    }
}
