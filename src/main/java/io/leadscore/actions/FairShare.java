package io.leadscore.actions;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Gives leads out in turn, in proportion to weights: after any number of leads nobody is a whole lead ahead of or behind
 * the exact share, however the leads come in portions. Robert Tijdeman, "The chairman assignment problem", Discrete
 * Mathematics 32 (1980): of those who are far enough behind, the one who would otherwise be too far behind first. Always
 * taking the one who is farthest behind, which looks simpler, has no such bound. Confined to one thread.
 */
final class FairShare {

    private static final double ROUNDING = 1e-9;

    private final Map<Long, Double> credits;

    /** @param credits how far each is behind, in leads; who is missing is even */
    FairShare(Map<Long, Double> credits) {
        this.credits = new TreeMap<>(credits);
    }

    /** How far each is behind now, in leads. */
    Map<Long, Double> credits() {
        return Collections.unmodifiableMap(credits);
    }

    /**
     * Who gets the next lead.
     *
     * @param weights of those who may, at least one, each above 0
     */
    long next(Map<Long, Double> weights) {
        accrue(weights, 1);
        double slack = weights.size() == 1 ? 0 : 1.0 / (2 * weights.size() - 2);
        double sum = sum(weights);
        Long chosen = null;
        double first = Double.POSITIVE_INFINITY;
        for (Map.Entry<Long, Double> one : new TreeMap<>(weights).entrySet()) {
            double credit = credit(one.getKey());
            double limit = (1 - slack - credit) / (one.getValue() / sum);
            if (credit >= slack - ROUNDING && limit < first - ROUNDING) {
                chosen = one.getKey();
                first = limit;
            }
        }
        long next = chosen == null ? farthestBehind(weights) : chosen;
        credits.merge(next, -1.0, Double::sum);
        return next;
    }

    /** Undoes one turn of somebody, who did not get the lead after all. */
    void takeBack(long owner, Map<Long, Double> weights) {
        credits.merge(owner, 1.0, Double::sum);
        accrue(weights, -1);
    }

    private void accrue(Map<Long, Double> weights, int leads) {
        double sum = sum(weights);
        weights.forEach((owner, weight) -> credits.merge(owner, leads * weight / sum, Double::sum));
    }

    /** Only when others than before take part, so that those who do are not even among themselves. */
    private long farthestBehind(Map<Long, Double> weights) {
        Long farthest = null;
        for (long owner : new TreeMap<>(weights).keySet()) {
            farthest = isFarther(owner, farthest) ? Long.valueOf(owner) : farthest;
        }
        if (farthest == null) {
            throw new IllegalArgumentException("nobody takes part");
        }
        return farthest;
    }

    private boolean isFarther(long owner, @Nullable Long than) {
        return than == null || credit(owner) > credit(than) + ROUNDING;
    }

    private double credit(long owner) {
        return credits.getOrDefault(owner, 0.0);
    }

    private static double sum(Map<Long, Double> weights) {
        return weights.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
