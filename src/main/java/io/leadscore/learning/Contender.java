package io.leadscore.learning;

import io.leadscore.scoring.CohortRates;
import io.leadscore.scoring.CohortScheme;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.scoring.WeightSet;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A way to score that is tried on history. Its own counts of deals are never used, for they know the outcomes. Immutable.
 *
 * @param weights profile and weights
 * @param scheme how deals are divided into cohorts
 * @param learntUntil until when deals were known from which its weights were learnt; null: they are the profile's own
 */
public record Contender(
        WeightSet weights, CohortScheme scheme, @Nullable Instant learntUntil) {

    /** A weight set as it is stored. */
    public static Contender of(WeightSet stored) {
        return new Contender(stored, CohortScheme.of(stored.cohorts()), learntUntil(stored, stored));
    }

    /**
     * What becomes of a draft profile when it is put in place: the profile's weights, and what was learnt before where it
     * still means something.
     *
     * @param earlier from what it inherits
     * @param now when it is tried
     */
    public static Contender of(ScoringProfile draft, WeightSet earlier, Instant now) {
        WeightSet weights = WeightSet.initial(0, now, earlier.modelVersion(), draft, CohortRates.NONE)
                .inheriting(earlier);
        return new Contender(weights, CohortScheme.inherited(earlier, draft), learntUntil(weights, earlier));
    }

    private static @Nullable Instant learntUntil(WeightSet weights, WeightSet source) {
        ScoringProfile profile = weights.profile();
        boolean isLearnt = !weights.componentWeights().equals(profile.weights())
                || !weights.signalWeights().equals(WeightSet.defaultWeights(profile));
        return isLearnt ? source.provenance().dataUntil() : null;
    }
}
