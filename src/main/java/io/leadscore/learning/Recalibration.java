package io.leadscore.learning;

import io.leadscore.scoring.WeightSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run of the weekly job came to.
 *
 * @param verdict what becomes of the candidate, and why
 * @param candidate the learnt weight set, not numbered yet; null when there was not enough data
 * @param renewed the incumbent's weights with cohorts counted anew and a new probability, not numbered yet; null when
 *     nothing worth a new weight set changed
 * @param evaluation how the candidate was judged; null when there was nothing to judge
 * @param counts how many deals of each kind there were, left out or taken
 * @param notes what was peculiar, in sentences
 */
public record Recalibration(
        Verdict verdict,
        @Nullable WeightSet candidate,
        @Nullable WeightSet renewed,
        @Nullable Evaluation evaluation,
        Map<String, Long> counts,
        List<String> notes) {

    public Recalibration {
        notes = List.copyOf(notes);
    }
}
