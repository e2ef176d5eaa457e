package io.leadscore.recalibration;

import io.leadscore.scoring.WeightSet;
import org.jspecify.annotations.Nullable;

/**
 * Another weight set is live.
 *
 * @param before what leads were scored by until now; null when nothing was live
 * @param now what the next delta run scores by
 * @param endedShadow what scored beside the one before and does so no more; null when nothing did, or when it is the one
 *     that is live now
 * @param otherAi why the next delta run makes a weight set with the same weights for the AI of today, in a sentence; null
 *     when it need not
 */
public record LiveChange(
        @Nullable WeightSet before,
        WeightSet now,
        @Nullable WeightSet endedShadow,
        @Nullable String otherAi) {}
