package io.leadscore.learning;

import io.leadscore.learning.AiEvaluation.Worth;
import io.leadscore.scoring.AiCap;
import io.leadscore.scoring.WeightSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the AI's signals: one that adds nothing gets nothing, one that had nothing and adds something gets back
 * what the profile declares, and where that cannot be told everything stays.
 *
 * @param evaluation what the AI is worth; null where there is none
 * @param signalWeights the incumbent's shares as they are to be, in percent
 * @param changes whether they are others than the incumbent's
 */
record AiDecision(@Nullable AiEvaluation evaluation, Map<String, Double> signalWeights, boolean changes) {

    static AiDecision of(WeightSet incumbent, @Nullable AiEvaluation evaluation) {
        Map<String, Double> now = incumbent.signalWeights();
        boolean turns = evaluation != null
                && evaluation.worth() != Worth.NOT_ENOUGH
                && (evaluation.worth() == Worth.ADDS) != (AiCap.share(now) > 0);
        Map<String, Double> then = turns ? otherwise(incumbent) : now;
        return new AiDecision(evaluation, then, !then.equals(now));
    }

    /** The incumbent's shares with the AI's signals the other way: nothing for those that have something, and the reverse. */
    static Map<String, Double> otherwise(WeightSet incumbent) {
        Map<String, Double> now = incumbent.signalWeights();
        return AiCap.share(now) > 0
                ? AiCap.without(incumbent.profile(), now)
                : AiCap.restored(incumbent.profile(), incumbent.componentWeights(), now);
    }

    /** Whether the AI gets nothing, whatever could be learnt. */
    boolean isShutOut() {
        return evaluation != null && AiCap.share(signalWeights) == 0;
    }

    /** What was decided, in a sentence. */
    String sentence() {
        if (evaluation == null) {
            return "";
        }
        String consequence = AiCap.share(signalWeights) > 0 ? " It counts." : " It counts for nothing.";
        return evaluation.sentence() + consequence;
    }
}
