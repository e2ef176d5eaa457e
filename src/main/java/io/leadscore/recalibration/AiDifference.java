package io.leadscore.recalibration;

import io.leadscore.scoring.AiChoice;
import io.leadscore.scoring.AiContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In what a weight set's AI differs from the one that the settings name. */
final class AiDifference {

    private AiDifference() {}

    /**
     * In a sentence; null when the delta job leaves the weight set as it is.
     *
     * @param context of the weight set; null: it was made without an AI
     * @param asked what the settings name; null: no AI, and what one once said still holds
     */
    static @Nullable String of(@Nullable AiContext context, @Nullable AiChoice asked) {
        if (asked == null || (context != null && context.choice().equals(asked))) {
            return null;
        }
        if (context == null) {
            return "It was made without an AI, and today " + asked.model() + " is asked";
        }
        AiChoice had = context.choice();
        List<String> differences = new ArrayList<>();
        differ("OPENAI_MODEL", had.model(), asked.model(), differences);
        differ("embedding-model of jobs/ai.yml", had.embeddingModel(), asked.embeddingModel(), differences);
        differ(
                "LEAD_SCORE_MIN_CONFIDENCE",
                String.valueOf(had.minConfidence()),
                String.valueOf(asked.minConfidence()),
                differences);
        differ("instructions to the AI", had.promptVersion(), asked.promptVersion(), differences);
        return "It was made for an AI that was asked otherwise: " + String.join("; ", differences);
    }

    private static void differ(String what, String had, String asked, List<String> differences) {
        if (!had.equals(asked)) {
            differences.add(what + " was " + had + ", and is " + asked);
        }
    }
}
