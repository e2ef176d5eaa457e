package io.leadscore.learning;

import io.leadscore.scoring.ScoringProfile;
import io.leadscore.scoring.SignalKey;
import io.leadscore.scoring.SignalReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the cohorts of facts along which closed deals are divided, in the order in which they are met. Not thread-safe. */
final class LevelIndex {

    private final List<Fact> facts = new ArrayList<>();
    private final List<Map<String, Integer>> idsByFact = new ArrayList<>();
    private final List<Level> levels = new ArrayList<>();

    /**
     * A fact.
     *
     * @param signal the index of the signal that reads it
     * @param dimension along which deals are divided
     */
    record Fact(int signal, String dimension) {}

    /** A cohort, and the index of its fact. */
    record Level(int fact, String cohort) {}

    /** @param signals in the order of their values */
    LevelIndex(ScoringProfile profile, List<SignalKey> signals) {
        Map<String, String> dimensions = SignalReader.dimensions(profile);
        for (int i = 0; i < signals.size(); i++) {
            String dimension = dimensions.get(signals.get(i).name());
            if (dimension != null) {
                facts.add(new Fact(i, dimension));
                idsByFact.add(new HashMap<>());
            }
        }
    }

    List<Fact> facts() {
        return facts;
    }

    /** The fact that a signal reads, by the signal's index; -1: none. */
    int factOf(int signal) {
        for (int fact = 0; fact < facts.size(); fact++) {
            if (facts.get(fact).signal() == signal) {
                return fact;
            }
        }
        return -1;
    }

    /** All cohorts met so far, by their numbers. */
    List<Level> levels() {
        return levels;
    }

    /** A lead's. */
    Levels of(SignalReader.Reading reading) {
        float[] declared = new float[facts.size()];
        int count = reading.cohorts().stream().mapToInt(List::size).sum();
        int[] ids = new int[count];
        float[] shares = new float[count];
        int next = 0;
        for (int fact = 0; fact < declared.length; fact++) {
            declared[fact] = (float) reading.declared()[fact];
            List<String> cohorts = reading.cohorts().get(fact);
            for (String cohort : cohorts) {
                ids[next] = id(fact, cohort);
                shares[next++] = 1f / cohorts.size();
            }
        }
        return new Levels(declared, ids, shares);
    }

    private int id(int fact, String cohort) {
        Integer known = idsByFact.get(fact).putIfAbsent(cohort, levels.size());
        if (known != null) {
            return known;
        }
        levels.add(new Level(fact, cohort));
        return levels.size() - 1;
    }
}
