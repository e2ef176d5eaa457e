package io.leadscore.delta;

import io.leadscore.ledger.StoredWeightSet;
import io.leadscore.ledger.WeightSets;
import io.leadscore.scoring.WeightSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The weight set that the run in progress scores by. A dry run under an edited profile scores by a draft that nobody
 * else ever sees. Thread-safe; one run at a time, as the lease grants.
 */
final class RunWeights {

    private final WeightSets weightSets;
    private volatile @Nullable WeightSet weights;

    RunWeights(WeightSets weightSets) {
        this.weightSets = weightSets;
    }

    /**
     * What the run scores by.
     *
     * @throws NullPointerException before the weigh step
     */
    WeightSet get() {
        return Objects.requireNonNull(weights, "weigh comes before score");
    }

    /** Scores by the live weight set. */
    void useLive(WeightSet live) {
        weights = live;
    }

    /** Scores by a draft, and keeps it to this run. */
    void tryOut(WeightSet draft) {
        weights = draft;
    }

    /** Makes a draft live and scores by it; an earlier set that says the same is made live again instead. */
    void promote(long portalId, WeightSet draft) {
        WeightSet earlier = sameAs(portalId, draft);
        WeightSet promoted = earlier == null ? weightSets.add(portalId, draft) : earlier;
        weightSets.promote(portalId, promoted.id());
        weights = promoted;
    }

    /** Going back to an earlier profile must not rewrite every contact for the sake of a version's number. */
    private @Nullable WeightSet sameAs(long portalId, WeightSet draft) {
        return weightSets.list(portalId).stream()
                .map(StoredWeightSet::weights)
                .filter(set -> isFor(set, draft))
                .findFirst()
                .orElse(null);
    }

    /** Whether a set was made for the same profile and model version as another. */
    static boolean isFor(WeightSet set, WeightSet other) {
        return set.profile().fingerprint().equals(other.profile().fingerprint())
                && set.modelVersion().equals(other.modelVersion());
    }
}
