package io.leadscore.learning;

import io.leadscore.scoring.WeightSet;
import org.jspecify.annotations.Nullable;

/**
 * What a run of the weekly job came to.
 *
 * @param assessment the verdict and all that led to it
 * @param candidate the learnt weight set, not numbered yet; null when there was not enough data
 * @param renewed the incumbent's weights with cohorts counted anew and a new probability, not numbered yet; null when
 *     nothing worth a new weight set changed
 */
public record Recalibration(
        Assessment assessment,
        @Nullable WeightSet candidate,
        @Nullable WeightSet renewed) {

    /** What becomes of the candidate, and why. */
    public Verdict verdict() {
        return assessment.verdict();
    }
}
