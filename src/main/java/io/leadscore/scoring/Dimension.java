package io.leadscore.scoring;

import java.util.Map;

/**
 * The cohorts along one line of division, such as all industries.
 *
 * @param priorStrength how many deals of the account's average are added to a cohort before its rate is taken
 * @param values what each cohort's closed deals add up to, by the value that they share
 */
public record Dimension(double priorStrength, Map<String, Counts> values) {

    public Dimension {
        Check.positive(priorStrength, "prior-strength");
        values = Check.copy(values, "values");
    }

    /** The closed deals of one cohort. */
    public Counts of(String value) {
        return values.getOrDefault(value, Counts.NONE);
    }
}
