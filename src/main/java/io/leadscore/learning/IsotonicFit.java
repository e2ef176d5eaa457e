package io.leadscore.learning;

import io.leadscore.scoring.Knot;
import io.leadscore.scoring.ProbabilityCurve;
import io.leadscore.scoring.ProbabilityCurve.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A monotone curve by pooling adjacent violators (Ayer et al. 1955), on bins of equal size, over what the age of the deal
 * explains already.
 */
final class IsotonicFit {

    private static final int MOST_BINS = 20;
    private static final int CASES_A_BIN = 50;

    private IsotonicFit() {}

    /** @param byAge what age alone says */
    static ProbabilityCurve of(List<Observation> observations, ProbabilityCurve byAge) {
        List<Observation> sorted = observations.stream()
                .sorted(Comparator.comparingDouble(Observation::score).thenComparingLong(Observation::at))
                .toList();
        int bins = Math.max(1, Math.min(MOST_BINS, sorted.size() / CASES_A_BIN));
        List<Pool> pools = new ArrayList<>();
        for (int bin = 0; bin < bins; bin++) {
            Pool pool = new Pool();
            sorted.subList(sorted.size() * bin / bins, sorted.size() * (bin + 1) / bins)
                    .forEach(one -> pool.add(one, byAge));
            pools.add(pool);
            while (pools.size() > 1
                    && pools.get(pools.size() - 2).off()
                            >= pools.get(pools.size() - 1).off()) {
                Pool last = pools.remove(pools.size() - 1);
                pools.get(pools.size() - 1).take(last);
            }
        }
        List<Knot> knots = pools.stream().map(Pool::knot).toList();
        return new ProbabilityCurve(
                Shape.ISOTONIC,
                byAge.intercept(),
                List.of(),
                knots,
                byAge.ages(),
                byAge.withoutDeal(),
                byAge.afterDeals(),
                List.of());
    }

    private static final class Pool {
        private double scores;
        private double wins;
        private double expected;
        private int cases;

        void add(Observation one, ProbabilityCurve byAge) {
            scores += one.score();
            wins += one.won() ? 1 : 0;
            expected += LogisticFit.probability(
                    byAge.intercept() + byAge.ages().get(one.age()).logOdds());
            cases++;
        }

        void take(Pool other) {
            scores += other.scores;
            wins += other.wins;
            expected += other.expected;
            cases += other.cases;
        }

        /** The log odds of what came less those of what age alone foretold, with half a case of each kind added. */
        double off() {
            return logOdds(wins) - logOdds(expected);
        }

        Knot knot() {
            double rate = (wins + 0.5) / (cases + 1);
            return new Knot(scores / cases, off(), 1 / Math.sqrt((cases + 1) * rate * (1 - rate)));
        }

        private double logOdds(double count) {
            return StrictMath.log((count + 0.5) / (cases - count + 0.5));
        }
    }
}
