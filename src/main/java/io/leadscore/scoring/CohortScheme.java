package io.leadscore.scoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How closed deals are divided into cohorts and how far a cohort's rate is trusted, apart from the counts themselves: the
 * part of {@link CohortRates} that stays the same when deals are counted anew.
 *
 * @param priorStrengths how many deals of the account's average are added to a cohort before its rate is taken, by
 *     dimension; the profile's strength for those that are not in it
 * @param cuts where the bands of a learnt number begin, ascending, by dimension; empty for a learnt category or flag
 */
public record CohortScheme(Map<String, Double> priorStrengths, Map<String, List<Double>> cuts) {

    /** What the profile says, before anything is learnt. */
    public static final CohortScheme DEFAULT = new CohortScheme(Map.of(), Map.of());

    public CohortScheme {
        priorStrengths = Check.copy(priorStrengths, "prior-strengths");
        cuts = Check.copy(cuts, "cuts");
    }

    /** By which deals were divided when they were counted. */
    public static CohortScheme of(CohortRates cohorts) {
        Map<String, Double> strengths = new LinkedHashMap<>();
        Map<String, List<Double>> cuts = new LinkedHashMap<>();
        cohorts.dimensions().forEach((name, dimension) -> {
            strengths.put(name, dimension.priorStrength());
            if (dimension.cuts() != null) {
                cuts.put(name, dimension.cuts());
            }
        });
        return new CohortScheme(strengths, cuts);
    }

    /** The dimension in which a custom signal's deals are counted. */
    public static String dimension(CustomSignal signal) {
        return CohortKeys.dimension(signal);
    }

    @Nullable
    List<Double> cuts(String dimension) {
        return cuts.get(dimension);
    }

    double priorStrength(String dimension, ScoringProfile profile) {
        return priorStrengths.getOrDefault(dimension, profile.outcome().cohortPriorStrength());
    }
}
