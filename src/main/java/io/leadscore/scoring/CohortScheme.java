package io.leadscore.scoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How closed deals are divided into cohorts and how far a cohort's rate is trusted, apart from the counts themselves: the
 * part of {@link CohortRates} that stays the same when deals are counted anew.
 *
 * @param priorStrengths how many deals of the account's average are added to a cohort before its rate is taken, by
 *     dimension; the profile's strength for those that are not in it
 * @param cuts where the bands of a learnt number begin, ascending, by dimension; empty for a learnt category or flag
 * @param trends the win rates that are expected of the bands of a learnt number, as multiples of the account's, by
 *     dimension
 * @param effects what cohorts add to the odds, by dimension
 */
public record CohortScheme(
        Map<String, Double> priorStrengths,
        Map<String, List<Double>> cuts,
        Map<String, Map<String, Double>> trends,
        Map<String, Effects> effects) {

    /** What the profile says, before anything is learnt. */
    public static final CohortScheme DEFAULT = dividing(Map.of());

    public CohortScheme {
        priorStrengths = Check.copy(priorStrengths, "prior-strengths");
        cuts = Check.copy(cuts, "cuts");
        trends = Check.copy(trends, "trends");
        effects = Check.copy(effects, "effects");
    }

    /** Divided by these cuts; of the cohorts nothing is known. */
    public static CohortScheme dividing(Map<String, List<Double>> cuts) {
        return new CohortScheme(Map.of(), cuts, Map.of(), Map.of());
    }

    /** By which deals were divided when they were counted. */
    public static CohortScheme of(CohortRates cohorts) {
        Map<String, Double> strengths = new LinkedHashMap<>();
        Map<String, List<Double>> cuts = new LinkedHashMap<>();
        Map<String, Map<String, Double>> trends = new LinkedHashMap<>();
        Map<String, Effects> effects = new LinkedHashMap<>();
        cohorts.dimensions().forEach((name, dimension) -> {
            strengths.put(name, dimension.priorStrength());
            if (dimension.cuts() != null) {
                cuts.put(name, dimension.cuts());
            }
            Map<String, Double> trend = dimension.trend();
            if (trend != null && !trend.isEmpty()) {
                trends.put(name, trend);
            }
            if (dimension.effects() != null) {
                effects.put(name, dimension.effects());
            }
        });
        return new CohortScheme(strengths, cuts, trends, effects);
    }

    /**
     * What still holds of an earlier weight set's under another profile: what is said of dimensions along which deals are
     * divided as before.
     *
     * @param earlier null: nothing was learnt
     */
    public static CohortScheme inherited(@Nullable WeightSet earlier, ScoringProfile profile) {
        if (earlier == null) {
            return DEFAULT;
        }
        Meaning meaning = new Meaning(earlier.profile(), profile);
        Map<String, Dimension> same = new LinkedHashMap<>();
        earlier.cohorts().dimensions().forEach((name, dimension) -> {
            if (meaning.isSameDivision(name)) {
                same.put(name, trusted(name, dimension, meaning));
            }
        });
        return of(new CohortRates(Counts.NONE, new Matured(0, 0), same));
    }

    /**
     * A dimension of an earlier profile, trusted as far as was learnt; where nothing was, as far as the new profile says.
     * Effects hold while the profile's own word on the fact, which is in them, is the same.
     */
    static Dimension trusted(String name, Dimension dimension, Meaning meaning) {
        boolean usual = dimension.priorStrength() == meaning.before().outcome().cohortPriorStrength();
        return new Dimension(
                usual ? meaning.now().outcome().cohortPriorStrength() : dimension.priorStrength(),
                dimension.values(),
                dimension.cuts(),
                dimension.trend(),
                meaning.isSameWord(name) ? dimension.effects() : null);
    }

    /** Whether more is known of a dimension than its counts. */
    static boolean isLearnt(Dimension dimension, ScoringProfile profile) {
        return dimension.cuts() != null
                || dimension.priorStrength() != profile.outcome().cohortPriorStrength();
    }

    /** The dimension in which a custom signal's deals are counted. */
    public static String dimension(CustomSignal signal) {
        return CohortKeys.dimension(signal);
    }

    /** The dimensions of built-in facts whose declared values the weekly job blends with what deals say, by fact's signal. */
    public static Map<String, String> builtIn() {
        Map<String, String> dimensions = new TreeMap<>();
        FitSignals.DIMENSIONS.forEach((signal, dimension) -> dimensions.put(signal.key(), dimension));
        return dimensions;
    }

    /** Where bands begin by which the weekly job divides leads with earlier deals of their own, by dimension. */
    public static Map<String, List<Double>> ownDeals() {
        return CohortKeys.OWN_CUTS;
    }

    /** The cohort that a number is in which reaches so many of a dimension's cuts. */
    public static String band(int cutsReached) {
        return CohortKeys.band(cutsReached);
    }

    @Nullable
    List<Double> cuts(String dimension) {
        return cuts.get(dimension);
    }

    double priorStrength(String dimension, ScoringProfile profile) {
        return priorStrengths.getOrDefault(dimension, profile.outcome().cohortPriorStrength());
    }
}
