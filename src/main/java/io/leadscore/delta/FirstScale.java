package io.leadscore.delta;

import io.leadscore.lead.Lead;
import io.leadscore.learning.DealSource;
import io.leadscore.learning.DealSource.WithoutDeal;
import io.leadscore.learning.TodaysLeads;
import io.leadscore.ledger.Mirror;
import io.leadscore.ledger.PrimaryContact;
import io.leadscore.scoring.FitInsights;
import io.leadscore.scoring.WeightSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Levels the chances and draws the scale of a weight set of which nothing is learnt yet, by the leads of today: those without
 * a deal get the rate of such leads, and points say where among all leads one stands. Thread-safe.
 */
final class FirstScale {

    /** So many leads, drawn by a hash of their ids, stand for all. */
    private static final int SAMPLE = 5_000;

    private static final int PAGE = 500;
    private static final long PRIME = 0x9E37_79B9_7F4A_7C15L;

    private final Mirror mirror;

    FirstScale(Mirror mirror) {
        this.mirror = mirror;
    }

    /** The same weight set, levelled and scaled; itself where something was learnt. */
    WeightSet drawn(long portalId, WeightSet weights, Instant now) {
        if (weights.calibration().enoughData()) {
            return weights;
        }
        TodaysLeads leads = new TodaysLeads(weights, FitInsights.NONE);
        sample(portalId, now).forEach(leads::add);
        return leads.levelledAndScaled(withoutDeal(portalId, weights, now), weights.scale());
    }

    private WithoutDeal withoutDeal(long portalId, WeightSet weights, Instant now) {
        DealSource deals = mirror.outcomes(
                portalId, PrimaryContact.LOWEST_ID, weights.profile().outcome(), now);
        Duration horizon = weights.profile().outcome().horizon();
        return deals.withoutDeal(List.of(now.minus(horizon)), horizon);
    }

    private List<Lead> sample(long portalId, Instant now) {
        PriorityQueue<Long> drawn =
                new PriorityQueue<>(Comparator.comparingLong(FirstScale::hash).reversed());
        mirror.forEachContactPage(
                portalId,
                ids -> ids.forEach(id -> {
                    drawn.add(id);
                    if (drawn.size() > SAMPLE) {
                        drawn.remove();
                    }
                }));
        List<Long> ids = drawn.stream().sorted().toList();
        List<Lead> leads = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += PAGE) {
            leads.addAll(mirror.leads(portalId, ids.subList(from, Math.min(ids.size(), from + PAGE)), now));
        }
        return leads;
    }

    private static long hash(long id) {
        long mixed = id * PRIME;
        return (mixed ^ (mixed >>> 29)) >>> 1;
    }
}
