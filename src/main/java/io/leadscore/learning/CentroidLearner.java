package io.leadscore.learning;

import io.leadscore.lead.DealFacts;
import io.leadscore.lead.DealHistory;
import io.leadscore.lead.Outcome;
import io.leadscore.lead.StaticFacts;
import io.leadscore.scoring.Centroids;
import io.leadscore.scoring.FitProfile;
import io.leadscore.scoring.IdealLearner;
import io.leadscore.scoring.ScoringProfile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Learns what won and lost customers are like, as soon as there are enough of either: from the older half of the closed
 * deals, as what the AI is told is, so that the newer half can tell whether it helps.
 */
public final class CentroidLearner {

    /** So many of either it takes in the older half, for a mean of fewer is no mean. */
    private static final int LEAST_LEARNT = 10;

    private CentroidLearner() {}

    /**
     * Learns.
     *
     * @param statics which facts without a history are taken to have been then what they are today
     * @param vectors looks up a profile's vector
     * @param now deals that were made or closed later are left out
     * @return null where there are fewer won or fewer lost deals with a vector than the profile asks for, or too few of them
     *     in the older half
     */
    public static @Nullable Centroids learn(
            ScoringProfile profile, DealSource source, StaticFacts statics, Vectors vectors, Instant now) {
        Instant until = IdealLearner.until(source::forEachClosed, now);
        Centroids.Builder centroids = new Centroids.Builder(until);
        int[] customers = new int[2];
        source.forEachHistory(history -> {
            DealFacts deal = history.deal();
            if (deal.isClosed() && IdealLearner.isBefore(deal, now)) {
                float[] vector = vectors.of(profileThen(profile, history, statics));
                if (vector != null) {
                    boolean won = deal.outcome() == Outcome.WON;
                    customers[won ? 1 : 0]++;
                    if (IdealLearner.isBefore(deal, until)) {
                        centroids.add(vector, won);
                    }
                }
            }
        });
        int least = profile.aiRules().leastCustomers();
        return Math.min(customers[0], customers[1]) < least ? null : centroids.build(LEAST_LEARNT);
    }

    /** The fit profile of a deal's lead as it was when the deal was made. */
    public static FitProfile profileThen(ScoringProfile profile, DealHistory history, StaticFacts statics) {
        DealFacts deal = history.deal();
        return FitProfile.of(profile, history.lead().asOf(deal.createdAt(), deal, statics));
    }

    /** Looks up vectors. */
    @FunctionalInterface
    public interface Vectors {

        /** A profile's vector; null where it has none. */
        float @Nullable [] of(FitProfile profile);
    }
}
