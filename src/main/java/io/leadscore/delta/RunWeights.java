package io.leadscore.delta;

import io.leadscore.scoring.WeightSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The weight set that the run in progress scores by: the live one or, in a dry run under an edited profile, a draft that
 * nobody else ever sees. Thread-safe; one run at a time, as the lease grants.
 */
final class RunWeights {

    private volatile @Nullable WeightSet weights;

    /** Scores by this weight set from now on. */
    void use(WeightSet weights) {
        this.weights = weights;
    }

    /**
     * What the run scores by.
     *
     * @throws NullPointerException before the weigh step
     */
    WeightSet get() {
        return Objects.requireNonNull(weights, "weigh comes before score");
    }
}
