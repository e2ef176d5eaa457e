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
    private volatile @Nullable WeightSet shadow;

    /**
     * Scores by this weight set from now on.
     *
     * @param shadow a candidate that scores beside it; null: none
     */
    void use(WeightSet weights, @Nullable WeightSet shadow) {
        this.weights = weights;
        this.shadow = shadow;
    }

    /** What scores beside; null when nothing does. */
    @Nullable
    WeightSet shadow() {
        return shadow;
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
