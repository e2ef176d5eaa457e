package io.leadscore.sandbox;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Judges by a hash of the profile, which has nothing to do with who buys. */
final class NoiseJudge implements FitJudge {

    private static final double CONFIDENCE = 0.9;
    private static final List<String> REASONS = List.of(
            "listed_as_ideal",
            "close_to_ideal",
            "won_before",
            "lost_before",
            "listed_as_poor",
            "far_from_ideal",
            "not_listed");

    private final boolean drifting;
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();

    /** @param drifting whether each answer to the same profile differs from the one before */
    NoiseJudge(boolean drifting) {
        this.drifting = drifting;
    }

    @Override
    public Map<FitCriterion, Judgement> judge(FitIdeal ideal, Map<String, String> facts) {
        String text = new TreeMap<>(facts).toString();
        int drift = drifting ? answers.merge(text, 1, Integer::sum) : 0;
        Map<FitCriterion, Judgement> judgements = new EnumMap<>(FitCriterion.class);
        for (FitCriterion criterion : FitCriterion.values()) {
            long hash = StableHash.of(criterion.code() + text) + drift;
            judgements.put(criterion, new Judgement(pick(FitBand.WORST_FIRST, hash), pick(REASONS, hash), CONFIDENCE));
        }
        return judgements;
    }

    private static <T> T pick(List<T> values, long hash) {
        return values.get(Math.floorMod(hash, values.size()));
    }
}
