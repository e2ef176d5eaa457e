package io.leadscore.scoring;

import io.leadscore.lead.DealFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Learns from closed deals what the AI is told of the ideal client: from the older half of them, so that the newer half,
 * none of whose outcomes it knows, can tell whether the AI helps.
 */
public final class IdealLearner {

    private IdealLearner() {}

    /**
     * Learns.
     *
     * @param closedDeals gives every closed deal, the same ones each time
     * @param now deals that were made or closed later are left out
     * @return where nothing stands out: nothing, {@code until} 1970, for then the AI is told of no deal
     */
    public static LearntIdeal learn(ScoringProfile profile, Consumer<Consumer<ClosedDeal>> closedDeals, Instant now) {
        Instant until = until(closedDeals, now);
        CohortRates.Builder cohorts = new CohortRates.Builder(profile, until);
        closedDeals.accept(closed -> {
            if (isBefore(closed.deal(), until)) {
                cohorts.add(closed);
            }
        });
        LearntIdeal learnt = LearntIdeal.of(profile, cohorts.build(), until);
        return new LearntIdeal(now, learnt.facts().isEmpty() ? Instant.EPOCH : until, learnt.facts());
    }

    /**
     * Where the newer half of the closed deals begins: when the median one was made.
     *
     * @return 1970 where there is none
     */
    public static Instant until(Consumer<Consumer<ClosedDeal>> closedDeals, Instant now) {
        List<Instant> made = new ArrayList<>();
        closedDeals.accept(closed -> {
            DealFacts deal = closed.deal();
            Instant closedAt = deal.closedAt();
            if (closedAt != null && !closedAt.isAfter(now) && !deal.createdAt().isAfter(now)) {
                made.add(deal.createdAt());
            }
        });
        Collections.sort(made);
        return made.isEmpty() ? Instant.EPOCH : made.get(made.size() / 2);
    }

    /**
     * Whether a deal may be learnt from: it was made before, and closed by then. HubSpot's close date may be no more than a
     * day, so that it can lie before the deal's own beginning: both are asked.
     */
    public static boolean isBefore(DealFacts deal, Instant until) {
        Instant closedAt = deal.closedAt();
        return closedAt != null && !closedAt.isAfter(until) && deal.createdAt().isBefore(until);
    }
}
