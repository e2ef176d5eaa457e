package io.leadscore.actions;

import io.leadscore.ledger.Assignments;
import io.leadscore.ledger.Crossing;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Chooses owners for leads, one after the other; whoever asks saves what came of it in the transaction in which the
 * choices are kept. Confined to one thread, and to one run.
 */
final class Choosing {

    private final long portalId;
    private final Pools pools;
    private final Assignments assignments;
    private final Map<String, FairShare> shares = new LinkedHashMap<>();
    private @Nullable Map<Long, Long> loads;

    Choosing(long portalId, Pools pools, Assignments assignments) {
        this.portalId = portalId;
        this.pools = pools;
        this.assignments = assignments;
    }

    /**
     * Chooses for a lead.
     *
     * @param hasRoom whether an owner has room for another lead today
     */
    Choice choose(Step.Policy policy, Crossing lead, LongPredicate hasRoom) {
        List<Pool> candidates = pools.of(policy, lead);
        for (Pool pool : candidates) {
            Map<Long, Double> weights = pools.weights(pool);
            weights.keySet().removeIf(owner -> !hasRoom.test(owner));
            if (!weights.isEmpty()) {
                return new Choice.Chosen(
                        policy == Step.Policy.LOAD
                                ? leastLoaded(weights)
                                : share(pool).next(weights));
            }
        }
        return candidates.isEmpty() ? new Choice.Nobody(nobody(policy)) : new Choice.Full();
    }

    /** Gives an owner the turn back for a lead that somebody else has. */
    void takeBack(Step.Policy policy, Crossing lead, long owner) {
        for (Pool pool : policy == Step.Policy.LOAD ? List.<Pool>of() : pools.of(policy, lead)) {
            Map<Long, Double> weights = pools.weights(pool);
            if (weights.containsKey(owner)) {
                share(pool).takeBack(owner, weights);
                return;
            }
        }
    }

    /** Keeps whose turn it is; in the caller's transaction. */
    void save() {
        shares.forEach((pool, share) -> assignments.credit(portalId, pool, share.credits()));
    }

    private long leastLoaded(Map<Long, Double> weights) {
        Map<Long, Long> known = loads;
        if (known == null) {
            known = new HashMap<>(assignments.openHighLeads(portalId));
            loads = known;
        }
        long least = -1;
        double lightest = Double.POSITIVE_INFINITY;
        for (Map.Entry<Long, Double> one : weights.entrySet()) {
            double load = (known.getOrDefault(one.getKey(), 0L) + 1) / one.getValue();
            if (load < lightest) {
                least = one.getKey();
                lightest = load;
            }
        }
        known.merge(least, 1L, Long::sum);
        return least;
    }

    private FairShare share(Pool pool) {
        return shares.computeIfAbsent(pool.name(), name -> new FairShare(assignments.credits(portalId, name)));
    }

    private static String nobody(Step.Policy policy) {
        String by = policy.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return "By " + by + " nobody may get the lead who is there: owners are archived, absent, or not named.";
    }
}
