package io.leadscore.learning;

import io.leadscore.scoring.Counts;
import java.util.Map;

/** How far cohorts' win rates are to be trusted, as the cohorts themselves show it. */
final class EmpiricalBayes {

    /** Bounds of the strength: a cohort is neither believed at once nor never. */
    private static final double LEAST = 5;

    private static final double MOST = 5_000;

    private EmpiricalBayes() {}

    /**
     * How many deals of the expected rate a cohort's own deals are to be mixed with: the ratio of the variance within
     * cohorts to the variance between them, by the method of moments (Kleinman 1973 for the beta-binomial). Where rates
     * differ no more than chance makes them differ, the most.
     *
     * @param cohorts deals by cohort
     * @param trend what is expected of cohorts, as multiples of the mean; 1 for those that are not in it
     */
    static double strength(Map<String, Counts> cohorts, Map<String, Double> trend) {
        double deals = 0;
        double wins = 0;
        double squares = 0;
        int known = 0;
        for (Counts cohort : cohorts.values()) {
            deals += cohort.deals();
            wins += cohort.won();
            squares += (double) cohort.deals() * cohort.deals();
            known += cohort.deals() > 0 ? 1 : 0;
        }
        double mean = wins / deals;
        double within = mean * (1 - mean);
        double room = deals - squares / deals;
        // A line takes one more degree of freedom than a mean.
        int spent = trend.isEmpty() ? 1 : 2;
        if (known <= spent || !(within > 0) || !(room > 0)) {
            return MOST;
        }
        double spread = 0;
        for (Map.Entry<String, Counts> cohort : cohorts.entrySet()) {
            Counts counts = cohort.getValue();
            if (counts.deals() > 0) {
                double off = (double) counts.won() / counts.deals() - mean * trend.getOrDefault(cohort.getKey(), 1.0);
                spread += counts.deals() * off * off;
            }
        }
        double between = (spread - (known - spent) * within) / room;
        return between <= 0 ? MOST : Math.max(LEAST, Math.min(MOST, within / between - 1));
    }
}
