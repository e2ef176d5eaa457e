package io.leadscore.scoring;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cohorts along one line of division, such as all industries.
 *
 * @param priorStrength how many deals of the account's average are added to a cohort before its win rate is taken
 * @param values what each cohort's closed deals add up to, by the value that they share
 * @param cuts of a custom property of which the weekly job learnt what it is worth: where a number's bands begin, ascending
 *     (empty for a category or a flag). Whoever has no value is then a cohort, too. Null while nothing is learnt
 * @param trend of a learnt number: the win rate that is expected in each cohort, as a multiple of the account's, before
 *     its own deals are looked at; null: the account's in all of them
 * @param effects what the weekly job learnt that the cohorts add to the odds; null: nothing
 */
public record Dimension(
        double priorStrength,
        Map<String, Counts> values,
        @Nullable List<Double> cuts,
        @Nullable Map<String, Double> trend,
        @Nullable Effects effects) {

    public Dimension {
        Check.positive(priorStrength, "prior-strength");
        values = Check.copy(values, "values");
        cuts = cuts == null ? null : List.copyOf(cuts);
        trend = trend == null ? Map.of() : Check.copy(trend, "trend");
    }

    /** Deals of which nothing is learnt. */
    public Dimension(double priorStrength, Map<String, Counts> values) {
        this(priorStrength, values, null, null, null);
    }

    /** Deals of which no effects are learnt. */
    public Dimension(
            double priorStrength,
            Map<String, Counts> values,
            @Nullable List<Double> cuts,
            @Nullable Map<String, Double> trend) {
        this(priorStrength, values, cuts, trend, null);
    }

    /** The same with other effects. */
    public Dimension withEffects(@Nullable Effects others) {
        return new Dimension(priorStrength, values, cuts, trend, others);
    }

    /** The win rate that is expected in a cohort, as a multiple of the account's. */
    double expected(String value) {
        return Check.present(trend, "trend").getOrDefault(value, 1.0);
    }

    /** The closed deals of one cohort. */
    public Counts of(String value) {
        return values.getOrDefault(value, Counts.NONE);
    }
}
