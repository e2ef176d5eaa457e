package io.leadscore.scoring;

import io.leadscore.lead.DealFacts;
import io.leadscore.lead.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the closed deals of an account divide into cohorts, as counted at one instant. Counts, not rates, are kept, so that
 * a lead's own deals can be taken out again.
 *
 * @param total all deals that were closed by then, as far as their close date is known
 * @param matured the deals that are old enough for a base rate
 * @param dimensions the cohorts by line of division: {@code industry}, {@code source}, {@code company_size}, {@code
 *     country}, {@code job_level}, {@code own_deals} and {@code last_deal} once they are learnt, and each custom category
 *     that is learnt, by its signal's name
 */
public record CohortRates(Counts total, Matured matured, Map<String, Dimension> dimensions) {

    /** No deal known. */
    public static final CohortRates NONE = new CohortRates(Counts.NONE, new Matured(0, 0), Map.of());

    public CohortRates {
        dimensions = Check.copy(dimensions, "dimensions");
    }

    /**
     * The same with what cohorts add to the odds, by dimension.
     *
     * @param effects of the dimensions that are in it; the others have none
     */
    public CohortRates withEffects(Map<String, Effects> effects) {
        Map<String, Dimension> others = new LinkedHashMap<>();
        dimensions.forEach((name, dimension) -> others.put(name, dimension.withEffects(effects.get(name))));
        return new CohortRates(total, matured, others);
    }

    /** Counts deals. Not safe for use by several threads. */
    public static final class Builder {

        private final ScoringProfile profile;
        private final CohortScheme scheme;
        private final Instant asOf;
        private final Duration horizon;
        private final Map<String, Map<String, Counts>> values = new LinkedHashMap<>();
        private Counts total = Counts.NONE;
        private int maturedDeals;
        private int maturedWins;

        /**
         * Counts by what the profile says.
         *
         * @param profile names the size bands and the custom categories
         * @param asOf when the deals are counted
         */
        public Builder(ScoringProfile profile, Instant asOf) {
            this(profile, CohortScheme.DEFAULT, asOf);
        }

        /**
         * Counts by what was learnt.
         *
         * @param profile names the size bands and the custom signals
         * @param scheme how deals are divided
         * @param asOf when the deals are counted
         */
        public Builder(ScoringProfile profile, CohortScheme scheme, Instant asOf) {
            this.profile = profile;
            this.scheme = scheme;
            this.asOf = asOf;
            this.horizon = profile.outcome().horizon();
            CohortKeys.dimensions(profile, scheme).forEach(dimension -> values.put(dimension, new TreeMap<>()));
        }

        /**
         * Counts a deal that was created and closed by the instant of counting, with a known close date; any other counts
         * only for the base rate.
         */
        public Builder add(ClosedDeal closed) {
            DealFacts deal = closed.deal();
            mature(deal);
            if (Counts.include(deal, asOf)) {
                Counts counts = Counts.of(deal);
                total = total.plus(counts);
                Subject subject = Subject.of(closed);
                values.forEach(
                        (dimension, cohorts) -> CohortKeys.of(dimension, scheme.cuts(dimension), profile, subject)
                                .forEach(value -> cohorts.merge(value, counts, Counts::plus)));
            }
            return this;
        }

        /** Counts an open deal: if it is older than the horizon, it was not won within it. */
        public Builder addOpen(DealFacts deal) {
            mature(deal);
            return this;
        }

        /** The counts so far. */
        public CohortRates build() {
            Map<String, Dimension> dimensions = new LinkedHashMap<>();
            values.forEach((dimension, cohorts) -> dimensions.put(
                    dimension,
                    new Dimension(
                            scheme.priorStrength(dimension, profile),
                            cohorts,
                            scheme.cuts(dimension),
                            scheme.trends().get(dimension),
                            scheme.effects().get(dimension))));
            return new CohortRates(total, new Matured(maturedDeals, maturedWins), dimensions);
        }

        private void mature(DealFacts deal) {
            if (deal.createdAt().plus(horizon).isAfter(asOf)) {
                return;
            }
            maturedDeals++;
            Duration cycle = deal.salesCycle();
            if (deal.outcome() == Outcome.WON && cycle != null && cycle.compareTo(horizon) <= 0) {
                maturedWins++;
            }
        }
    }
}
