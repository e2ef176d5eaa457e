package io.leadscore.sandbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The ideal client as a request describes it.
 *
 * @param bands by fact and value; the value {@code ""} stands for all that are not listed
 * @param learnt by fact and value: 1 where such leads won more, -1 where they won less
 */
record FitIdeal(Map<String, Map<String, FitBand>> bands, Map<String, Map<String, Integer>> learnt) {

    private static final String OTHERS = "others";

    /** Reads it; 400 where it is not of the agreed form. */
    static FitIdeal of(JsonNode ideal) {
        FitQuestion.require(
                ideal.isObject() && Set.of("preferred", "learnt").containsAll(ideal.propertyNames()),
                "ideal must be an object of preferred and learnt");
        FitQuestion.require(ideal.path("preferred").isObject(), "ideal.preferred must be an object");
        Map<String, Map<String, FitBand>> bands = new HashMap<>();
        ideal.path("preferred")
                .properties()
                .forEach(fact -> bands.put(fact(fact.getKey()), bands(fact.getKey(), fact.getValue())));
        Map<String, Map<String, Integer>> learnt = new HashMap<>();
        ideal.path("learnt")
                .properties()
                .forEach(fact -> learnt.put(fact(fact.getKey()), learnt(fact.getKey(), fact.getValue())));
        return new FitIdeal(bands, learnt);
    }

    private static String fact(String name) {
        FitQuestion.require(FitCriterion.facts().contains(name), "ideal has the fact \"" + name + "\"");
        return name;
    }

    private static Map<String, FitBand> bands(String fact, JsonNode preferred) {
        FitQuestion.require(preferred.isObject(), "ideal.preferred." + fact + " must be an object");
        Map<String, FitBand> bands = new HashMap<>();
        preferred.properties().forEach(entry -> {
            String name = entry.getKey();
            String where = "ideal.preferred." + fact + "." + name;
            if (name.equals(OTHERS)) {
                for (String band : FitQuestion.texts(entry.getValue(), where)) {
                    FitQuestion.require(FitBand.isCode(band), where + " has \"" + band + "\", which is no band");
                    bands.put("", FitBand.ofCode(band));
                }
            } else {
                FitQuestion.require(FitBand.isCode(name), where + " is no band");
                FitQuestion.texts(entry.getValue(), where).forEach(value -> bands.put(value, FitBand.ofCode(name)));
            }
        });
        return bands;
    }

    private static Map<String, Integer> learnt(String fact, JsonNode outcomes) {
        Map<String, Integer> learnt = new HashMap<>();
        outcomes.properties().forEach(entry -> {
            String where = "ideal.learnt." + fact + "." + entry.getKey();
            FitQuestion.require(Set.of("won_more", "won_less").contains(entry.getKey()), where + " is not known");
            FitQuestion.texts(entry.getValue(), where)
                    .forEach(value -> learnt.put(value, entry.getKey().equals("won_more") ? 1 : -1));
        });
        return learnt;
    }

    /** The band in which a value is listed; null when it is not. */
    @Nullable
    FitBand listed(String fact, String value) {
        return value.isEmpty() ? null : bands.getOrDefault(fact, Map.of()).get(value);
    }

    /** The band of values that are not listed. */
    FitBand others(String fact) {
        return bands.getOrDefault(fact, Map.of()).getOrDefault("", FitBand.NEUTRAL);
    }

    /** 1 where leads with this value won more, -1 where less, else 0. */
    int learnt(String fact, String value) {
        return learnt.getOrDefault(fact, Map.of()).getOrDefault(value, 0);
    }
}
