package io.leadscore.scoring;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which leads were won more or less often than the account's average: what closed deals say of the ideal client. It is
 * learnt from the older half of them only, so that the newer half can tell whether it helps.
 *
 * @param learntAt when it was learnt
 * @param until deals that were closed by then were learnt from
 * @param facts the values that stand out, by fact: {@code industry}, {@code source}, {@code company_size}, {@code
 *     country}, {@code job_level}
 */
public record LearntIdeal(Instant learntAt, Instant until, Map<String, Standouts> facts) {

    /** Fewer closed deals of a value say nothing. */
    private static final int LEAST_DEALS = 20;

    /** A win rate must be so many times the average, or so small a part of it. */
    private static final double MORE = 1.25;

    /**
     * The values of a fact that stand out, ascending.
     *
     * @param wonMore values whose leads were won more often
     * @param wonLess values whose leads were won less often
     */
    public record Standouts(List<String> wonMore, List<String> wonLess) {

        public Standouts {
            wonMore = List.copyOf(wonMore);
            wonLess = List.copyOf(wonLess);
        }
    }

    public LearntIdeal {
        facts = Check.copy(facts, "facts");
    }

    /** What was learnt at once. */
    public LearntIdeal(Instant until, Map<String, Standouts> facts) {
        this(until, until, facts);
    }

    /** Whether it was learnt less than so long ago; what a clock that ran ahead has dated into the future was not. */
    public boolean isYoungerThan(Duration age, Instant now) {
        return !learntAt.isAfter(now) && learntAt.plus(age).isAfter(now);
    }

    /** The same as if it had been learnt at another time. */
    public LearntIdeal learntAt(Instant other) {
        return new LearntIdeal(other, until, facts);
    }

    /**
     * What cohorts say.
     *
     * @param cohorts of the deals that were closed by {@code until}
     */
    public static LearntIdeal of(ScoringProfile profile, CohortRates cohorts, Instant until) {
        Map<String, Standouts> facts = new LinkedHashMap<>();
        double average = rate(cohorts.total(), 0, 0);
        for (String name : CohortKeys.BUILT_IN) {
            Dimension dimension = cohorts.dimensions().get(name);
            if (dimension != null) {
                Standouts found = standouts(profile, name, dimension, average);
                if (!found.wonMore().isEmpty() || !found.wonLess().isEmpty()) {
                    facts.put(name, found);
                }
            }
        }
        return new LearntIdeal(until, facts);
    }

    private static Standouts standouts(ScoringProfile profile, String fact, Dimension dimension, double average) {
        List<String> more = new ArrayList<>();
        List<String> less = new ArrayList<>();
        dimension.values().keySet().stream().sorted().forEach(value -> {
            Counts counts = dimension.of(value);
            if (counts.deals() >= LEAST_DEALS && FitProfile.allows(profile, fact, value)) {
                double ratio = rate(counts, dimension.priorStrength(), average) / average;
                if (ratio >= MORE) {
                    more.add(value);
                } else if (ratio <= 1 / MORE) {
                    less.add(value);
                }
            }
        });
        return new Standouts(more, less);
    }

    private static double rate(Counts counts, double strength, double average) {
        return (counts.won() + strength * average) / (counts.deals() + strength);
    }
}
