package io.leadscore.learning;

import io.leadscore.scoring.WeightSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run of the weekly job came to.
 *
 * @param assessment the verdict and all that led to it
 * @param candidate the learnt weight set, not numbered yet; null when there was not enough data
 * @param renewed the incumbent's weights with cohorts counted anew and a new probability, not numbered yet; null when
 *     nothing worth a new weight set changed
 * @param withoutDeal how many contacts without an open deal there were, and were won, for {@link StateLevels}
 */
public record Recalibration(
        Assessment assessment,
        @Nullable WeightSet candidate,
        @Nullable WeightSet renewed,
        DealSource.WithoutDeal withoutDeal) {

    /** Origin of a weight set whose weights were learnt: what the assessment calls the candidate. */
    public static final String LEARNT = "weekly job";

    /** Origin of one that has the incumbent's weights: the assessment's candidate is another one. */
    public static final String RENEWED = "weekly job, weights kept";

    /** Origin of one that has the incumbent's weights and no more than a new base rate. */
    public static final String BASE_RATE = "base rate";

    /** What becomes of the candidate, and why. */
    public Verdict verdict() {
        return assessment.verdict();
    }

    /** The same with more in its assessment. */
    public Recalibration withAssessment(Assessment other) {
        return new Recalibration(other, candidate, renewed, withoutDeal);
    }

    /** The same with more notes. */
    public Recalibration withNotes(List<String> more) {
        return withAssessment(assessment.withNotes(more));
    }
}
